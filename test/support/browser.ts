import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser, or why there is none: tests that need it are then skipped with the reason. */
export type BrowserLaunch =
  | { readonly browser: Browser; readonly reason?: undefined }
  | { readonly browser?: undefined; readonly reason: string }

/** The system's Chromium where there is one, else the one that comes as a package. */
export async function launchBrowser(): Promise<BrowserLaunch> {
  const reasons: string[] = []
  for (const executablePath of systemChromium.filter((path) => existsSync(path))) {
    try {
      const args = ['--no-sandbox', '--disable-dev-shm-usage']
      return { browser: await chromium.launch({ executablePath, args }) }
    } catch (error) {
      reasons.push(`${executablePath}: ${firstLine(error)}`)
    }
  }
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    return { browser: await chromium.launch({ executablePath, args: packaged.args }) }
  } catch (error) {
    reasons.push(`@sparticuz/chromium: ${firstLine(error)}`)
  }
  return { reason: reasons.join('; ') || 'no Chromium found' }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
