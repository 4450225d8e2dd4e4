/**
 * Puts each long-lived process of a built program into one file with all that it loads: reading
 * six hundred modules one by one took most of the time from `npm start` to the first page.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build } from 'esbuild'

/** CommonJS packages ask for built-in modules by `require`, which a module does not have. */
const banner = `import { createRequire as createRequireHere } from 'node:module'
const require = createRequireHere(import.meta.url)`

/** Packages that do nothing when they are loaded: what is not used of them is left out. */
const idle = /^(cheerio|encoding-sniffer|iconv-lite|parse5(-.+)?|undici|whatwg-.+)$/

/** What the client uses of undici: its own entry loads twice as much, fetch and WebSockets among it. */
const undiciUsed = `
Object.assign(require('./lib/dispatcher/dispatcher').prototype, require('./lib/api'))
exports.Agent = require('./lib/dispatcher/agent')`

/** A module goes on finding its neighbours (data, children) from where it stood. */
const keepPlaces = (out) => ({
  name: 'keep-places',
  setup({ onLoad, onResolve, resolve }) {
    onLoad({ filter: /undici[\\/]index\.js$/ }, () => ({ contents: undiciUsed }))
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return
      const place = JSON.stringify(`./${relative(out, path)}`)
      const text = await readFile(path, 'utf8')
      return {
        contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
      }
    })
    onResolve({ filter: idle }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === 'asked') return
      const found = await resolve(path, { ...asked, pluginData: 'asked' })
      return { path: found.path, errors: found.errors, sideEffects: false }
    })
  },
})

/**
 * V8 keeps the text of a program, two bytes for each character where one of them is beyond Latin-1. esbuild
 * escapes those of strings; what is left stands in patterns and remarks, where the escape means the same.
 */
const toAscii = (text) =>
  text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Rewrites `src/worker.js` and `src/web.js` of a built program in place. */
export async function bundleProcesses(dist) {
  const out = join(dist, 'src')
  const settings = {
    outdir: out,
    allowOverwrite: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    logLevel: 'warning',
  }
  const processes = ['worker', 'web'].map((name) => join(out, `${name}.js`))
  await build({
    ...settings,
    entryPoints: processes,
    // What brings native or compiled parts of its own stays where it is installed.
    external: ['libsql', '@embedpdf/pdfium', 'tesseract.js-core'],
    banner: { js: banner },
    plugins: [keepPlaces(out)],
    // Less to hold; lines short enough that a stack trace still points somewhere.
    minifyWhitespace: true,
    lineLimit: 160,
  })
  for (const path of processes) await writeFile(path, toAscii(await readFile(path, 'utf8')))
  // The supervisor loads little else: its own modules stay one of a kind, errors among them.
  await build({
    ...settings,
    entryPoints: [join(out, 'config.js')],
    external: ['./model/*', './demo/*'],
  })
}
