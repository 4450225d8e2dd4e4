import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import {
  AskedError,
  controlSocketPath,
  createAsk,
  serveCommands,
} from '../../src/commands/channel.ts'
import { InputError, PageShapeError } from '../../src/model/errors.ts'

const ending: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

it('tells whoever asks whether it was asked wrongly or went wrong', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'watchdocket-channel-'))
  ending.push(() => rm(folder, { recursive: true }))
  const failing = (name: string, error: Error) => ({
    name,
    run: () => Promise.reject(error),
  })
  const path = controlSocketPath(folder)
  const commands = [
    failing('wrongly', new InputError('source_unknown', 'No source "x"', 'Name another')),
    failing('went-wrong', new PageShapeError('a list', 'https://riverton.gov/')),
  ]
  const served = await serveCommands(path, commands, {}, () => undefined)
  ending.push(() => served.close())
  const ask = createAsk(path)
  const errorOf = (name: string) => ask(name, {}).catch((error: unknown) => error)
  expect(await errorOf('wrongly')).toBeInstanceOf(InputError)
  expect(await errorOf('wrongly')).toMatchObject({ code: 'source_unknown', cure: 'Name another' })
  expect(await errorOf('went-wrong')).toBeInstanceOf(AskedError)
  expect(await errorOf('nothing-of-ours')).toMatchObject({ code: 'command_unknown' })
})
