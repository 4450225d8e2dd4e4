import type { ArchiveReport } from '../../documents/verify-archive.ts'
import { type Command, defineCommand } from '../command.ts'

/** Hashes the whole archive again and says what is damaged or missing. */
export function verifyCommand(deps: {
  verify(progress: (checked: number) => void): Promise<ArchiveReport>
}): Command {
  return defineCommand({
    name: 'verify',
    usage: 'verify [--json]',
    summary: 'Hash every archived file again and report what has changed or is missing',
    mostWords: 0,
    options: { json: { type: 'boolean', default: false } },
    async run({ json }, _positionals, terminal) {
      const report = await deps.verify((checked) => terminal.err(`${checked} files checked …`))
      terminal.out(json ? JSON.stringify(report) : describe(report))
      return report.damaged.length + report.missing.length > 0 ? 1 : 0
    },
  })
}

function describe({ checked, bytes, damaged, missing, unnamed }: ArchiveReport): string {
  return [
    ...damaged.map((sha256) => `damaged  ${sha256}`),
    ...missing.map((sha256) => `missing  ${sha256}`),
    `${checked} files, ${bytes} bytes: ${damaged.length} damaged, ${missing.length} missing, ${unnamed} named by nothing`,
    ...(damaged.length + missing.length > 0
      ? ['Restore them from a backup, or read their sources again: what is published is had anew']
      : []),
  ].join('\n')
}
