/** Values a log line may carry: ids, codes and counts; never secrets, page bodies or people. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** Outside text that looks like an address or a token is masked wherever it turns up. */
function mask(value: string): string {
  return value
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[address]')
    .replace(/\b(wd_|whsec_)[\w-]+/g, '[token]')
    .replace(/(https?:\/\/)[^\s/@]+@/g, '$1')
    .slice(0, 500)
}

/** JSON lines, one event each, UTC. */
export function createLog(write: (line: string) => void, now: () => Date, room: string): Log {
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      const clean = Object.fromEntries(
        Object.entries(fields)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => [key, typeof value === 'string' ? mask(value) : value]),
      )
      write(`${JSON.stringify({ at: now().toISOString(), level, room, event, ...clean })}\n`)
    }
  return { info: line('info'), warn: line('warn'), error: line('error') }
}
