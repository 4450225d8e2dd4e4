interface Progress {
  readonly isReading: boolean
  readonly sources: readonly {
    readonly sourceId: string
    /** Its agendas or their documents are being read. */
    readonly isFollowed: boolean
    readonly figures: Readonly<Record<string, number>>
  }[]
}

const askEveryMs = 2_000
/** A read that takes longer than this is looked at by hand. */
const longestMs = 30 * 60_000

/** Shows how a read goes on, and the finished page once it is over. */
export function followProgress(panel: HTMLElement): void {
  const { address = '', source = '' } = panel.dataset
  const began = Date.now()
  const words = panel.querySelector<HTMLElement>('[data-words]')
  const follows = 'This page follows by itself.'
  let failures = 0

  async function ask(): Promise<boolean> {
    const response = await fetch(address, { headers: { accept: 'application/json' } })
    if (!response.ok) throw new Error(String(response.status))
    const progress = (await response.json()) as Progress
    const own = progress.sources.find(({ sourceId }) => sourceId === source)
    for (const [key, value] of Object.entries(own?.figures ?? {})) {
      const figure = panel.querySelector(`[data-figure="${key}"]`)
      if (!figure || figure.textContent === String(value)) continue
      figure.textContent = String(value)
      const { onceMoving } = words?.dataset ?? {}
      if (words && onceMoving) words.textContent = `${onceMoving} ${follows}`
    }
    return own?.isFollowed ?? false
  }

  function again(): void {
    if (Date.now() - began > longestMs) return
    setTimeout(() => {
      ask()
        .then((isFollowed) => {
          failures = 0
          if (isFollowed) again()
          else location.reload()
        })
        .catch(() => {
          failures += 1
          if (words && failures > 2) words.textContent = 'No answer just now; still asking.'
          again()
        })
    }, askEveryMs)
  }
  if (words) words.textContent = `${words.textContent?.trim()} ${follows}`
  again()
}
