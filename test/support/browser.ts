import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The package would add arguments of its own, among them a single process, in which the first
 * context that closes takes the browser along, and web security off.
 */
const plainArgs = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']

/** A browser, or why there is none: tests that need it are then skipped with the reason. */
export type BrowserLaunch =
  | { readonly browser: Browser; readonly reason?: undefined }
  | { readonly browser?: undefined; readonly reason: string }

/** The system's Chromium where there is one, else the one that comes as a package. */
export async function launchBrowser(): Promise<BrowserLaunch> {
  const reasons: string[] = []
  for (const executablePath of systemChromium.filter((path) => existsSync(path))) {
    try {
      return { browser: await chromium.launch({ executablePath, args: plainArgs }) }
    } catch (error) {
      reasons.push(`${executablePath}: ${firstLine(error)}`)
    }
  }
  try {
    return { browser: await launchPackaged() }
  } catch (error) {
    reasons.push(`@sparticuz/chromium: ${firstLine(error)}`)
  }
  return { reason: reasons.join('; ') || 'no Chromium found' }
}

/**
 * The package brings the libraries that a bare Debian lacks (NSS, NSPR) too, but unpacks them only
 * where it believes to run on the service it was made for: by this variable.
 */
async function launchPackaged(): Promise<Browser> {
  const before = process.env.LD_LIBRARY_PATH
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    return await chromium.launch({ executablePath, args: plainArgs })
  } finally {
    delete process.env.AWS_LAMBDA_JS_RUNTIME
    if (before === undefined) delete process.env.LD_LIBRARY_PATH
    else process.env.LD_LIBRARY_PATH = before
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
