/** Who asks, for the one honest agent string. */
export interface AgentIdentity {
  readonly version: string
  /** A page about this installation or the project. */
  readonly page: string
  /** An address or words by which its operator can be reached. */
  readonly contact: string
}

/** The product token that robots.txt may name. */
export const productToken = 'Watchdocket'

/** `Watchdocket/0.1.0 (+https://…; someone@example.org)`: printable ASCII, brackets ours alone. */
export function userAgent({ version, page, contact }: AgentIdentity): string {
  const clean = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/[()\\]/g, '')
      .trim()
      .slice(0, 200)
  return `${productToken}/${clean(version)} (+${clean(page)}; ${clean(contact)})`
}
