import type { Db } from '../db/client.ts'
import type { NewSource } from '../db/queries/sources.ts'

/** What a person asks to watch: a row of the directory, or an address and whose it is. */
export type WantedSource =
  | { readonly directoryId: string }
  | {
      readonly address: string
      /** "" when left open: the directory then says whose it is, if it knows the portal. */
      readonly name: string
      /** Two letters; "" when left open. */
      readonly state: string
      readonly timeZone: string | null
    }

/** What commands are given. They run in the one process that writes. */
export interface CommandDeps {
  readonly db: Db
  now(): Date
  /**
   * What is to be stored for it.
   *
   * @throws {InputError} `address_invalid`, `platform_unknown`, `place_missing`, `directory_unknown`
   */
  resolve(wanted: WantedSource): Promise<NewSource>
  /** Something is due: look now instead of at the next beat. */
  wake(): void
  /** Pages may show something else from here on. */
  changed(): void
  /** Reads one source to its end, now; gives its report. */
  readToEnd(sourceId: string): Promise<unknown>
}
