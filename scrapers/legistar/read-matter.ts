import type { ScrapedMatter } from '../../src/model/matter.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { ApiOptions } from './api.ts'
import { type ApiRun, attemptPart, report } from './api-run.ts'
import { parseAttachmentsPage } from './parse-api-attachments.ts'
import {
  mergeHistory,
  parseHistoriesPage,
  parseMattersPage,
  parseSponsorsPage,
  parseTextPage,
  parseVersionsPage,
} from './parse-api-matter.ts'

/**
 * The matter behind an item in five or six requests: itself, history, sponsors, versions and the
 * newest text, and attachments where the agenda row brought none. What cannot be had stays as the
 * item tells it.
 */
export async function readMatter(
  run: ApiRun,
  item: ScrapedAgendaItem,
  options: ApiOptions,
): Promise<ScrapedMatter> {
  const path = `/matters/${encodeURIComponent(item.matterUpstreamId ?? '')}`
  const base = await attemptPart(run, 'matter', path, parseMattersPage, options)
  for (const problem of base?.problems ?? []) report(run, problem)
  const matter = base?.matters[0] ?? fromItem(item)
  const histories = await attemptPart(
    run,
    'histories',
    `${path}/histories`,
    parseHistoriesPage,
    options,
  )
  const sponsors = await attemptPart(
    run,
    'sponsors',
    `${path}/sponsors`,
    parseSponsorsPage,
    options,
  )
  const version = await attemptPart(run, 'versions', `${path}/versions`, parseVersionsPage, options)
  const text =
    version === undefined
      ? null
      : await attemptPart(
          run,
          'texts',
          `${path}/texts/${encodeURIComponent(version)}`,
          parseTextPage,
          options,
        )
  const attached =
    item.documents.length > 0
      ? item.documents
      : await attemptPart(run, 'attachments', `${path}/attachments`, parseAttachmentsPage, options)
  return {
    ...matter,
    sponsors: sponsors ?? [],
    text: text ?? null,
    sourceUrl: item.sourceUrl,
    documents: attached ?? [],
    history: mergeHistory(histories?.history ?? []),
  }
}

function fromItem(item: ScrapedAgendaItem): ScrapedMatter {
  return {
    upstreamId: item.matterUpstreamId ?? '',
    fileNumber: item.fileNumber,
    name: null,
    title: item.title,
    type: item.matterType,
    status: item.matterStatus,
    introducedOn: null,
    sponsors: [],
    text: null,
    sourceUrl: item.sourceUrl,
    documents: [],
    history: [],
  }
}
