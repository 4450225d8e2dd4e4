import { fromNow } from '../dates.ts'

const minuteMs = 60_000

/** Keeps "in 2 days 4 h" true while a page stays open. */
export function keepRelativeTimes(): void {
  const refresh = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-relative]')) {
      const at = new Date(element.dataset.relative ?? '')
      if (!Number.isNaN(at.getTime())) element.textContent = fromNow(at, new Date())
    }
  }
  setInterval(refresh, minuteMs)
  // Timers sleep in pages that are out of sight.
  document.addEventListener('visibilitychange', refresh)
}
