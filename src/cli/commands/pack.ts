import { InputError, shorten } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'

export interface PackDeps {
  /**
   * Writes the evidence of an item to a new file.
   *
   * @throws {InputError} `item_unknown`, `file_exists`, `file_unwritable`
   */
  pack(
    agendaItemId: number,
    path: string | undefined,
  ): Promise<{
    readonly path: string
    readonly files: number
    readonly bytes: number
    readonly missing: readonly string[]
  }>
}

/** Puts the originals behind an item into a ZIP that a stranger can check. */
export function packCommand(deps: PackDeps): Command {
  return defineCommand({
    name: 'pack',
    usage: 'pack <item> [--out FILE] [--json]',
    summary: 'Write the original files behind an item, with their hashes, as a ZIP',
    mostWords: 1,
    options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
    async run({ out, json }, [item, ...others], terminal) {
      const id = Number(/(?:^|\/items\/)(\d{1,15})$/.exec(item ?? '')?.[1])
      if (!item || others.length > 0 || !Number.isSafeInteger(id)) {
        throw new InputError(
          'usage',
          item ? `"${shorten(item)}" is no number of an item` : 'pack needs an item',
          'watchdocket pack <item>: the number at the end of its page, /items/123',
        )
      }
      const report = await deps.pack(id, out)
      const { path, files, bytes, missing } = report
      terminal.out(
        json
          ? JSON.stringify(report)
          : `${path}: ${files} files, ${bytes} bytes${missing.length > 0 ? `; ${missing.length} are not in the archive` : ''}`,
      )
      return missing.length > 0 ? 1 : 0
    },
  })
}
