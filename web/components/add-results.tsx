import type { DirectoryPlace, DirectoryPortal, Platforms } from '../context.ts'
import { cut } from '../html.ts'
import { count } from './money.ts'
import { Outside, Said } from './said.tsx'

const typeWords: Readonly<Record<DirectoryPlace['type'], string>> = {
  city: 'City',
  county: 'County',
  town: 'Town',
  special: 'Special district',
  school: 'School board',
  state: 'State',
  other: 'Government',
}

interface ResultProps {
  readonly platforms: Platforms
  /** Portals that are watched already, and the slug of their place. */
  readonly watched: ReadonlyMap<string, string>
  readonly canAdd: boolean
}

function PortalRow(
  props: ResultProps & { readonly place: DirectoryPlace; readonly portal: DirectoryPortal },
) {
  const { place, portal, platforms, watched, canAdd } = props
  const slug = watched.get(portal.portalUrl)
  return (
    <li class="portal">
      <div>
        <Outside address={portal.portalUrl} words={platforms.label(portal.platform)} />
        <ul class="marks">
          {!platforms.isReadable(portal.platform) && (
            <li class="mark care">Not readable yet: no adapter for this platform</li>
          )}
          {!platforms.isVerified(portal.platform) && (
            <li class="mark care">Unverified: this adapter was never seen reading a real portal</li>
          )}
          {portal.needsChecking && (
            <li class="mark care">Needs checking: from an old or inferred list</li>
          )}
        </ul>
      </div>
      {slug ? (
        <p>
          <a href={`/councils/${encodeURIComponent(slug)}`}>Watched already</a>
        </p>
      ) : canAdd ? (
        <form method="post" action="/sources">
          <input type="hidden" name="directory" value={portal.id} />
          <button type="submit">
            Watch
            <span class="visually-hidden">
              {' '}
              {place.name}, {place.state} on {platforms.label(portal.platform)}
            </span>
          </button>
        </form>
      ) : null}
    </li>
  )
}

/** Places of the directory, each with its portals. */
export function PlaceResults(props: ResultProps & { readonly places: readonly DirectoryPlace[] }) {
  return (
    <ul class="results">
      {props.places.map((place) => (
        <li class="place">
          <h3>
            <bdi>{cut(place.name, 120)}</bdi>
            {place.state && `, ${place.state}`}
          </h3>
          <p class="quiet">
            {typeWords[place.type]}
            {place.population !== null && `, ${count(place.population)} people`}
            {place.distanceMiles !== null && `, ${Math.round(place.distanceMiles)} miles away`}
          </p>
          <ul class="portals">
            {place.portals.map((portal) => (
              <PortalRow
                place={place}
                portal={portal}
                platforms={props.platforms}
                watched={props.watched}
                canAdd={props.canAdd}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** What a person has typed about a portal that is not in the directory. */
export interface AddressForm {
  readonly address: string
  readonly name: string
  readonly state: string
  readonly timeZone: string
}

/** Zones of the United States and their territories, as people know them. */
const zones: readonly (readonly [string, string])[] = [
  ['America/New_York', 'Eastern'],
  ['America/Chicago', 'Central'],
  ['America/Denver', 'Mountain'],
  ['America/Phoenix', 'Mountain, Arizona (no daylight saving)'],
  ['America/Los_Angeles', 'Pacific'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
  ['America/Puerto_Rico', 'Atlantic (Puerto Rico)'],
  ['Pacific/Guam', 'Chamorro (Guam)'],
]

/** An address that the directory does not know: whose it is must be said. */
export function AddressFields(props: {
  readonly form: AddressForm
  /** The platform's label, if the address has its shape. */
  readonly platform: string | undefined
  readonly isReadable: boolean
  readonly isVerified: boolean
}) {
  const { form, platform, isReadable, isVerified } = props
  return (
    <form class="address-form" method="post" action="/sources">
      <p>
        {platform === undefined ? (
          <>
            This address is not of a shape that is known. It can be added all the same: it will be
            looked at, and its page will say what came of it.
          </>
        ) : (
          <>
            This looks like <strong>{platform}</strong>
            {isReadable ? '.' : ', which cannot be read yet; it can be added all the same.'}
            {!isVerified && ' Its adapter was never seen reading a real portal (unverified).'} The
            directory does not know whose portal it is, so please say.
          </>
        )}
      </p>
      <div class="field">
        <label for="address">Address of the portal</label>
        <input
          id="address"
          name="address"
          type="url"
          required
          maxlength={2048}
          value={form.address}
        />
      </div>
      <div class="field">
        <label for="name">Name of the place</label>
        <input
          id="name"
          name="name"
          required
          maxlength={120}
          value={form.name}
          autocomplete="off"
        />
      </div>
      <div class="field">
        <label for="state">State, two letters</label>
        <input
          id="state"
          name="state"
          maxlength={2}
          pattern="[A-Za-z]{2}"
          value={form.state}
          autocomplete="off"
        />
      </div>
      <div class="field">
        <label for="timeZone">Time zone of its meetings</label>
        <select id="timeZone" name="timeZone">
          <option value="">Not known: times will be shown without a zone</option>
          {zones.map(([zone, words]) => (
            <option value={zone} selected={zone === form.timeZone}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">Watch</button>
    </form>
  )
}

/** Somebody else runs this server: how its operator adds a council. */
export function OperatorNote() {
  return (
    <div class="note">
      <p>
        Councils are added here by whoever runs this server. Send them the name of the place or the
        address of its portal. On the server itself they can run:
      </p>
      <p>
        <code>npx watchdocket sources add https://…</code>
      </p>
    </div>
  )
}

/** Why the form came back. */
export function FormError(props: { readonly message: string; readonly cure: string }) {
  return (
    <div class="note stop" role="alert">
      <p>
        <strong>Not added.</strong> <Said text={props.message} />.
      </p>
      <p>{props.cure}.</p>
    </div>
  )
}
