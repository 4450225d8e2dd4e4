import { web } from '../context.ts'
import { view } from '../frame.tsx'
import { sendFinished } from '../send.ts'

function About({ siteName }: { readonly siteName: string }) {
  return (
    <div class="prose">
      <h1>What this is, and what it cannot do</h1>
      <p class="lede">
        {siteName} reads the agendas that councils publish, looks for purchases of surveillance
        technology in them, and shows the votes that are still to come, with the words that were
        found and a link to the official page.
      </p>
      <h2>How a vote gets here</h2>
      <p>
        Each portal on the <a href="/coverage">coverage page</a> is read on a schedule: hourly, and
        every quarter of an hour when a meeting is near. Every page and document that matters is
        archived with its SHA-256 before it is read. A list of technologies, vendors and their names
        is matched against the text by fixed rules; no language model is involved. Each finding
        shows the words that raised it.
      </p>
      <h2>What it cannot do</h2>
      <ul>
        <li>It sees only councils that somebody has added, and only what their portals publish.</li>
        <li>
          A purchase that no document names, or that is named only in a scanned picture, is missed.
        </li>
        <li>
          Words can mislead. “Possible” means that they may mean something else; “found” can be
          wrong too: <a href="/accuracy">how often it is right</a>.
        </li>
        <li>
          Portals fail, change and make mistakes. “No longer listed” is what we see; “cancelled” is
          only ever the portal’s own word.
        </li>
        <li>Times are printed as the portal prints them. Check the official page before you go.</li>
        <li>It gives no advice and accuses nobody. An item here is a public record, no more.</li>
      </ul>
      <h2>Your privacy</h2>
      <p>
        We keep nothing of visitors: no cookies, no addresses, no search words, no counters, and no
        page loads anything from another site.
      </p>
      <h2>Credits</h2>
      <ul>
        <li>
          Place names, coordinates and time zones: <a href="https://www.geonames.org/">GeoNames</a>,{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
        </li>
        <li>
          County populations and coordinates:{' '}
          <a href="https://github.com/CSSEGISandData/COVID-19">
            Johns Hopkins University Center for Systems Science and Engineering
          </a>
          , <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
        </li>
        <li>Division ids: the Open Civic Data project.</li>
      </ul>
      <p>Watchdocket is free software under the MIT licence.</p>
    </div>
  )
}

export const aboutPage = web.createApp().get('/about', (c) =>
  sendFinished(c, {
    title: 'About',
    section: 'about',
    body: view(<About siteName={c.var.deps.siteName} />),
  }),
)
