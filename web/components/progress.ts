import type { CoverageRow } from '../../src/db/queries/coverage.ts'

export interface ProgressFigure {
  readonly key: 'meetings' | 'items' | 'documents' | 'findings'
  readonly words: string
  readonly value: number
}

/** What the newest read of a source has come to, as the page and its island show it. */
export function progressOf({ run }: CoverageRow): ProgressFigure[] {
  return [
    { key: 'meetings', words: 'meetings found', value: run?.meetingsSeen ?? 0 },
    { key: 'items', words: 'items read', value: run?.itemsSeen ?? 0 },
    { key: 'documents', words: 'documents read', value: run?.documentsRead ?? 0 },
    { key: 'findings', words: 'findings', value: run?.findings ?? 0 },
  ]
}
