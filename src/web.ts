import { runChild, tellParent } from './child.ts'
import { createLog } from './log.ts'
import { startWeb } from './system/start-web.ts'

runChild(async ({ config, contentVersion }) => {
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
    'web',
  )
  const web = await startWeb(config, { log, contentVersion })
  tellParent({ type: 'ready', url: web.url })
  return web
})
