import type { CoverageRow } from '../../src/db/queries/coverage.ts'
import type { Platforms } from '../context.ts'
import { fromNow, utcTime } from '../dates.ts'
import { cut } from '../html.ts'
import {
  healthTone,
  healthWords,
  isFollowed,
  isReading,
  isTroubled,
  lastSuccess,
  silence,
} from './health.ts'
import { progressOf } from './progress.ts'
import { Outside, Said } from './said.tsx'

/**
 * How one source fares, and what its newest read has come to. While it is read the island asks for
 * the figures again; without scripts there is a link to look again.
 */
export function SourcePanel(props: {
  readonly row: CoverageRow
  readonly now: Date
  readonly platforms: Platforms
  readonly canRead: boolean
}) {
  const { row, now, platforms, canRead } = props
  const reading = isReading(row)
  const followed = isFollowed(row)
  const silent = silence(row, now)
  return (
    <section
      class={`source-panel ${healthTone(row)}`}
      aria-labelledby={`source-${row.sourceId}`}
      data-island={followed ? 'progress' : undefined}
      data-source={row.sourceId}
      data-address={`/api/councils/${row.placeSlug}/progress`}
    >
      <h2 id={`source-${row.sourceId}`}>
        <Outside address={row.portalUrl} words={platforms.label(row.platform)} />
      </h2>
      <p>
        <span class={`health ${healthTone(row)}`}>{healthWords(row)}</span>{' '}
        <span class="quiet">{lastSuccess(row, now)}</span>{' '}
        {silent && <strong class="silent">{silent}</strong>}
      </p>
      {row.healthMessage && (
        <p class="wrong">
          <Said text={row.healthMessage} />.{' '}
          {row.healthCode && <code>{cut(row.healthCode, 60)}</code>}
        </p>
      )}
      {row.healthCure && (
        <p class="cure">
          <span class="label">What helps</span> {cut(row.healthCure, 300)}.
        </p>
      )}
      {row.acknowledgedAt && (
        <p class="known">
          <span class="label">Known to the operator</span> since {utcTime(row.acknowledgedAt)}:{' '}
          <Said text={row.acknowledgedNote ?? ''} />
        </p>
      )}
      {canRead && isTroubled(row) && !row.acknowledgedAt && (
        <form
          method="post"
          class="acknowledge"
          action={`/sources/${encodeURIComponent(row.sourceId)}/acknowledge`}
        >
          <label for={`note-${row.sourceId}`}>Known already? Say what is known of it</label>
          <input
            id={`note-${row.sourceId}`}
            name="note"
            required
            maxlength={500}
            autocomplete="off"
          />
          <button type="submit" class="plain">
            Mark as known
          </button>
        </form>
      )}
      {row.needsChecking && (
        <p class="note care">
          Needs checking: this portal stands in an old or inferred list. One good read clears it.
        </p>
      )}
      {row.sourceState === 'unreadable' && (
        <p class="note care">
          Not readable yet: there is no adapter for this platform. The council stays listed, so that
          its silence is seen; open the portal itself meanwhile.
        </p>
      )}
      {row.sourceState === 'active' && (
        <dl class="figures progress" data-figures>
          {progressOf(row).map(({ key, words, value }) => (
            <div class="figure">
              <dt>{words}</dt>
              <dd data-figure={key}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {followed ? (
        <p role="status">
          <span data-words data-once-moving={!reading || row.run ? undefined : 'Being read now.'}>
            {!reading
              ? 'Its documents are being read.'
              : row.run
                ? 'Being read now.'
                : 'Waiting for its first read.'}
          </span>{' '}
          <a class="refresh" href={`/councils/${row.placeSlug}`}>
            Refresh
          </a>
        </p>
      ) : (
        row.nextRunAt && <p class="quiet">Next read {fromNow(row.nextRunAt, now)}.</p>
      )}
      {row.permissionBy && row.permissionOn && (
        <p class="quiet">
          Read with permission of <Said text={row.permissionBy} />, given {row.permissionOn}
          {row.permissionNote && (
            <>
              : “<Said text={row.permissionNote} />”
            </>
          )}
        </p>
      )}
      {canRead && row.sourceState === 'active' && !reading && (
        <form method="post" action={`/sources/${encodeURIComponent(row.sourceId)}/read`}>
          <button type="submit" class="plain">
            Read now
          </button>
        </form>
      )}
      <p class="quiet">Watched since {utcTime(row.addedAt)}.</p>
    </section>
  )
}
