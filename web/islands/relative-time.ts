const minuteMs = 60_000

/** The same words as the server's: "in 2 days 4 h", "4 h 12 min ago". */
export function relativeWords(at: number, now: number): string {
  const minutes = Math.floor(Math.abs(at - now) / minuteMs)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  let span = `${days} days`
  if (minutes < 1) span = 'less than a minute'
  else if (minutes < 60) span = `${minutes} min`
  else if (hours < 24) span = minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
  else if (days <= 13) {
    const day = days === 1 ? '1 day' : `${days} days`
    span = hours % 24 ? `${day} ${hours % 24} h` : day
  }
  return at >= now ? `in ${span}` : `${span} ago`
}

/** Keeps "in 2 days 4 h" true while a page stays open. */
export function keepRelativeTimes(): void {
  const refresh = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-relative]')) {
      const at = Date.parse(element.dataset.relative ?? '')
      if (!Number.isNaN(at)) element.textContent = relativeWords(at, Date.now())
    }
  }
  setInterval(refresh, minuteMs)
  // Timers sleep in pages that are out of sight.
  document.addEventListener('visibilitychange', refresh)
}
