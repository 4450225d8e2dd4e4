import { describe, expect, it } from 'vitest'
import { defineCommand, type Terminal } from '../../src/cli/command.ts'
import { sourcesCommand } from '../../src/cli/commands/sources.ts'
import { runCli } from '../../src/cli/main.ts'

const greet = defineCommand({
  name: 'greet',
  usage: 'greet <name> [--loud]',
  summary: 'Greet one person',
  options: { loud: { type: 'boolean', default: false } },
  mostWords: 1,
  async run({ loud }, [name = 'nobody'], terminal) {
    terminal.out(`hello ${loud ? name.toUpperCase() : name}`)
    return 0
  },
})

const asked: unknown[] = []
const sources = sourcesCommand({
  now: () => new Date(0),
  open: async () => ({
    ask: async (name, input) => {
      asked.push([name, input])
      return { sourceId: 'riverton-wa-legistar', permission: null }
    },
    listCoverage: async () => [],
    readHealth: async () => {
      throw new Error('not asked for here')
    },
    close: async () => undefined,
  }),
})

async function run(...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    lines: async function* () {},
    stopped: new AbortController().signal,
  }
  const code = await runCli(argv, [greet, sources], terminal, '1.2.3')
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('the command line', () => {
  it('tells its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: '1.2.3', err: '' })
  })

  it('helps with one command, whichever way it is asked', async () => {
    const help = await run('greet', '--help')
    expect(help.out).toContain('Usage: watchdocket greet <name>')
    expect(await run('help', 'greet')).toEqual(help)
    expect((await run('help', 'nope')).code).toBe(2)
    expect((await run('help')).out).toContain('Greet one person')
  })

  it('refuses words that a command does not take, instead of leaving them out', async () => {
    expect((await run('greet', 'Ada')).out).toBe('hello Ada')
    const refused = await run('greet', 'Ada', 'Ben')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(/^usage: greet does not know what to do with "Ben"/)
  })

  it.each([
    [['permit', 'x'], 'who allowed it'],
    [['permit', 'x', '--by', 'Clerk'], 'who allowed it'],
    [['acknowledge', 'x'], 'what is known'],
    [['acknowledge', 'x', '--note', ' '], 'what is known'],
  ])('names what sources %j lacks', async (argv, said) => {
    const { code, err } = await run('sources', ...argv)
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
    expect(asked).toEqual([])
  })

  it('says that a permission was taken back', async () => {
    const { out } = await run('sources', 'permit', 'riverton-wa-legistar', '--revoke')
    expect(out).toBe('Done: permission taken back: riverton-wa-legistar')
  })
})
