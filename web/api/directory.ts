import { web } from '../context.ts'
import { clean } from '../html.ts'

const mostPlaces = 8

/** What the search for councils proposes while one types. Display names only: choosing opens /add. */
export const directoryApi = web.createApp().get('/api/directory', (c) => {
  const { directory, platforms } = c.var.deps
  const typed = (c.req.query('q') ?? '').trim().slice(0, 100)
  const { councils, schools } = typed
    ? directory.search(typed, mostPlaces)
    : { councils: [], schools: [] }
  const places = [...councils, ...schools].slice(0, mostPlaces).map((place) => ({
    name: clean(place.state ? `${place.name}, ${place.state}` : place.name),
    type: place.type,
    population: place.population,
    isReadable: place.portals.some(({ platform }) => platforms.isReadable(platform)),
  }))
  return c.json({ places }, 200, { 'Cache-Control': 'public, max-age=60' })
})
