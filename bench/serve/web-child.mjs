// The product's web process over a seeded database, as the supervisor starts it.
import { answerQuestions } from '../parts/measure.mjs'
import { product } from '../parts/product.mjs'

const [dataDir, databaseUrl] = process.argv.slice(2)
const { startWeb } = await product('src/system/start-web.js')
const { readConfig } = await product('src/config.js')
const quiet = { info() {}, warn() {}, error: (event, fields) => console.error(event, fields) }

let contentVersion = 1
const config = {
  ...readConfig({ WATCHDOCKET_DATA: dataDir, WATCHDOCKET_DATABASE_URL: databaseUrl }),
  port: 0,
}
const web = await startWeb(config, { log: quiet, contentVersion })
answerQuestions({
  /** As the supervisor tells after the worker has stored something. */
  changed() {
    contentVersion += 1
    web.changed(contentVersion)
    return contentVersion
  },
})
process.send({ url: web.url })
