import type { FindingTags, TagCount } from '../../src/db/queries/finding-tags.ts'
import type { FindingFilter } from '../../src/db/queries/findings.ts'
import type { TaxonomyNames } from '../context.ts'
import { filterQuery, listAddress } from '../filter.ts'
import { cut, type Html, html, nothing } from '../html.ts'
import { Markup } from './said.tsx'

/** A string template: there can be a thousand places. */
function optionOf(tag: TagCount, name: string, isChosen: boolean): Html {
  return html`<option value="${tag.id}"${isChosen ? html` selected` : nothing}>${cut(name, 120)} (${tag.count})</option>`
}

function Choice(props: {
  readonly name: string
  readonly label: string
  readonly everything: string
  readonly chosen: string | undefined
  readonly options: readonly TagCount[]
  readonly nameOf: (tag: TagCount) => string
}) {
  const isListed = props.options.some(({ id }) => id === props.chosen)
  return (
    <div class="field">
      <label for={`filter-${props.name}`}>{props.label}</label>
      <select id={`filter-${props.name}`} name={props.name}>
        <option value="">{props.everything}</option>
        <Markup
          html={html`${props.options.map((tag) =>
            optionOf(tag, props.nameOf(tag), tag.id === props.chosen),
          )}`}
        />
        {props.chosen && !isListed && (
          <option value={props.chosen} selected>
            {props.nameOf({ id: props.chosen, name: null, count: 0 })} (0)
          </option>
        )}
      </select>
    </div>
  )
}

/** `request-for-proposals` in words. */
function routeName(id: string): string {
  const words = id.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** A plain GET form: the filtered list has its own address, which can be kept, sent and followed. */
export function FilterForm(props: {
  readonly path: string
  readonly filter: FindingFilter
  readonly tags: FindingTags
  readonly names: TaxonomyNames
}) {
  const { filter, tags, names } = props
  const isFiltered = filterQuery(filter) !== ''
  const byName = (nameOf: (id: string) => string) => (options: readonly TagCount[]) =>
    [...options].sort((a, b) => nameOf(a.id).localeCompare(nameOf(b.id)))
  const chosen = [
    filter.place && (tags.places.find(({ id }) => id === filter.place)?.name ?? filter.place),
    filter.technology && names.technology(filter.technology),
    filter.vendor && names.vendor(filter.vendor),
    filter.route && routeName(filter.route),
    filter.least !== undefined && `from $${filter.least.toLocaleString('en-US')}`,
    filter.q && `“${filter.q}”`,
  ].filter((name) => name)
  return (
    <search>
      {/* On a narrow screen the votes come first: the form waits behind one line. */}
      <details class="filter-box">
        <summary>
          {chosen.length > 0 ? cut(`Filter: ${chosen.join(', ')}`, 160) : 'Filter this list'}
        </summary>
        <form class="filters" action={props.path} method="get" aria-label="Filter the list">
          <Choice
            name="place"
            label="Place"
            everything="All"
            chosen={filter.place}
            options={tags.places}
            nameOf={(tag) => tag.name ?? tag.id}
          />
          <Choice
            name="technology"
            label="Technology"
            everything="All"
            chosen={filter.technology}
            options={byName(names.technology)(tags.technologies)}
            nameOf={(tag) => names.technology(tag.id)}
          />
          <Choice
            name="vendor"
            label="Vendor"
            everything="All"
            chosen={filter.vendor}
            options={byName(names.vendor)(tags.vendors)}
            nameOf={(tag) => names.vendor(tag.id)}
          />
          {(tags.routes.length > 0 || filter.route) && (
            <Choice
              name="route"
              label="How it is bought"
              everything="All"
              chosen={filter.route}
              options={byName(routeName)(tags.routes)}
              nameOf={(tag) => routeName(tag.id)}
            />
          )}
          <div class="field">
            <label for="filter-least">At least, in dollars</label>
            <input
              id="filter-least"
              name="least"
              inputmode="numeric"
              pattern="[0-9$, ]*"
              maxlength={20}
              size={9}
              value={filter.least === undefined ? '' : String(filter.least)}
            />
          </div>
          <div class="field grow">
            <label for="filter-q">Words in the item</label>
            <input id="filter-q" name="q" type="search" maxlength={200} value={filter.q ?? ''} />
          </div>
          {filter.band && <input type="hidden" name="band" value={filter.band} />}
          <div class="buttons">
            <button type="submit">Filter</button>
            {isFiltered && (
              <a class="button plain" href={props.path}>
                Clear
              </a>
            )}
          </div>
        </form>
      </details>
    </search>
  )
}

/** Ways to follow or take away exactly the list that is shown. */
export function FollowLinks({ filter }: { readonly filter: FindingFilter }) {
  const link = (path: string, words: string) => <a href={listAddress(path, filter)}>{words}</a>
  return (
    <div class="follow">
      <p>
        <strong>Follow:</strong> {link('/feed.atom', 'Atom feed')} {link('/feed.json', 'JSON feed')}{' '}
        {link('/calendar.ics', 'Calendar')}
      </p>
      <p>
        <strong>Take away:</strong> {link('/export.csv', 'CSV')} {link('/export.json', 'JSON')}{' '}
        {link('/export.ndjson', 'NDJSON')}
      </p>
    </div>
  )
}
