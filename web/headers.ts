const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Archived originals come from strangers: nothing in them may run or load, even if opened here. */
export const archivePolicy = "sandbox; default-src 'none'"

const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Public data that pages elsewhere may read too: feeds, calendars and exports. Never with cookies. */
export const openHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** What every response carries: pages, errors, files, feeds. HSTS where the public comes by https. */
export function securityHeaders(publicUrl: string | null): Readonly<Record<string, string>> {
  return publicUrl?.startsWith('https:')
    ? { ...always, 'Strict-Transport-Security': 'max-age=31536000' }
    : always
}
