import { type Command, defineCommand } from '../command.ts'

/** What one look found. `note`: nothing is wrong, but somebody should know. */
export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'note' | 'wrong'
  readonly says: string
  /** What to do; "" when nothing has to be done. */
  readonly cure: string
}

export function doctorCommand(deps: {
  /** Looks at one thing after the other. */
  examine(): AsyncIterable<Finding>
}): Command {
  return defineCommand({
    name: 'doctor',
    usage: 'doctor [--json]',
    summary: 'Check database, disk, clock, mail, network and settings, and say what is wrong',
    mostWords: 0,
    options: { json: { type: 'boolean', default: false } },
    async run({ json }, _positionals, terminal) {
      const findings: Finding[] = []
      for await (const finding of deps.examine()) {
        findings.push(finding)
        if (json) continue
        const mark = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' }[finding.state]
        terminal.out(`${mark} ${finding.check}: ${finding.says}`)
        if (finding.cure) terminal.out(`      ${finding.cure}`)
      }
      if (json) terminal.out(JSON.stringify(findings))
      return findings.some(({ state }) => state === 'wrong') ? 1 : 0
    },
  })
}
