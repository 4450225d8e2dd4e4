import { CouncilSearch } from '../components/council-search.tsx'
import type { AppContext } from '../context.ts'
import { type Page, view } from '../frame.tsx'

/** What stands where the list will be, as long as nothing is watched. */
export function firstVisit(c: AppContext): Page {
  return {
    title: 'Which councils do you want to watch?',
    section: 'votes',
    body: view(
      <div class="first-visit">
        <h1>Which councils do you want to watch?</h1>
        <p class="lede">
          {c.var.deps.siteName} reads their agendas, finds purchases of surveillance technology, and
          shows the votes that are still to come, with the words that were found.
        </p>
        <CouncilSearch typed="" isFirst />
        <p class="quiet">
          Start with one; more can be added at any time. Nothing is read before you choose.
        </p>
      </div>,
    ),
  }
}
