import * as z from 'zod'

/** How one customer's Legistar is read. Everything but `client` and `siteUrl` has a default. */
export const legistarOptions = z.object({
  /** The customer's name, `seattle`. */
  client: z.string().min(1).max(200),
  /** Root of the InSite pages, no trailing slash: `https://seattle.legistar.com`. */
  siteUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** The name at the Web API, where it differs; `null`: not known to it. */
  apiClient: z.string().min(1).max(200).nullish(),
  /** Root of the Web API with its version. */
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://webapi.legistar.com/v1'),
  /** Asked for by few customers (New York); sent with every request to the Web API. */
  token: z.string().min(1).optional(),
  /** `auto`: the Web API, and InSite where that is closed or empty. */
  useApi: z.enum(['auto', 'always', 'never']).default('auto'),
  /** DepartmentDetail.aspx of one body: only its meetings are read, from InSite. */
  bodyUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Whose matters are read for text, history and sponsors. */
  matters: z.enum(['none', 'upcoming', 'all']).default('upcoming'),
  /** Bound on the matters read for one meeting. */
  mattersPerMeeting: z.int().min(0).max(500).default(40),
})

export type LegistarOptions = z.infer<typeof legistarOptions>
