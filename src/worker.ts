import { runChild, tellParent } from './child.ts'
import { createLog } from './log.ts'
import { startWorker } from './system/start-worker.ts'

runChild(async ({ config }) => {
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
    'worker',
  )
  const worker = await startWorker(
    config,
    { log, changed: (contentVersion) => tellParent({ type: 'changed', contentVersion }) },
    { isScheduled: true },
  )
  tellParent({ type: 'ready', contentVersion: worker.contentVersion })
  return worker
})
