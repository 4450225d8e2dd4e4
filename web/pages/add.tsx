import * as z from 'zod'
import { findPlaceOfSource, listWatchedPortals } from '../../src/db/queries/watched.ts'
import { AppError, InputError } from '../../src/model/errors.ts'
import {
  AddressFields,
  type AddressForm,
  FormError,
  OperatorNote,
  PlaceResults,
} from '../components/add-results.tsx'
import { CouncilSearch } from '../components/council-search.tsx'
import { type AddSourceInput, type AppContext, type DirectoryMatches, web } from '../context.ts'
import { type Page, view } from '../frame.tsx'
import { sendFresh } from '../send.ts'

const mostPlaces = 25

/** Visitors of a public server may look, and not change. */
export class ForbiddenError extends AppError {
  readonly code = 'forbidden'
  readonly retry = 'never'
  readonly cure = 'Ask whoever runs this server, or run one of your own'

  constructor() {
    super('Councils are added by the operator of this server')
  }
}

/** The address in what was typed, if it is one: `example.legistar.com/Calendar.aspx` too. */
export function typedAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (/\s/.test(text) || text.length > 2_048) return undefined
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? text : undefined
  const isHost = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#]|$)/i.test(text)
  return isHost && URL.canParse(`https://${text}`) ? `https://${text}` : undefined
}

interface Answer {
  readonly typed: string
  readonly matches: DirectoryMatches
  readonly form: AddressForm | undefined
  readonly error?: { readonly message: string; readonly cure: string } | undefined
}

async function addPage(c: AppContext, answer: Answer): Promise<Page> {
  const { deps } = c.var
  const { typed, matches, form, error } = answer
  const shown = [...matches.councils, ...matches.schools]
  const urls = shown.flatMap(({ portals }) => portals.map(({ portalUrl }) => portalUrl))
  const watched = await listWatchedPortals(deps.db.read, urls)
  const recognised = form && deps.recognise(form.address)
  const props = { platforms: deps.platforms, watched, canAdd: deps.canChange(c) }
  return {
    title: 'Add a council',
    section: 'councils',
    body: view(
      <>
        <h1>Add a council</h1>
        {error && <FormError message={error.message} cure={error.cure} />}
        <CouncilSearch typed={typed} />
        {!props.canAdd && <OperatorNote />}
        {form && props.canAdd && (
          <section aria-labelledby="address-heading">
            <h2 id="address-heading">A portal by its address</h2>
            <AddressFields
              form={form}
              platform={recognised && deps.platforms.label(recognised.platform)}
              isReadable={
                recognised !== undefined && deps.platforms.isReadable(recognised.platform)
              }
              isVerified={!recognised || deps.platforms.isVerified(recognised.platform)}
            />
          </section>
        )}
        {matches.councils.length > 0 && (
          <section aria-labelledby="places">
            <h2 id="places">Councils in the directory</h2>
            <PlaceResults places={matches.councils} {...props} />
          </section>
        )}
        {matches.schools.length > 0 && (
          <section aria-labelledby="schools">
            <h2 id="schools">School boards in the directory</h2>
            <PlaceResults places={matches.schools} {...props} />
          </section>
        )}
        {typed && shown.length === 0 && !form && (
          <p class="empty" role="status">
            The directory knows no such place. Try fewer words or the state’s letters, or paste the
            address of the page on which the council lists its agendas.
          </p>
        )}
      </>,
    ),
  }
}

const nowhere: DirectoryMatches = { councils: [], schools: [] }

/** What was typed, as places of the directory or as an address to ask about. */
function answerTo(c: AppContext, typed: string): Answer {
  const { directory } = c.var.deps
  const address = typedAddress(typed)
  if (address === undefined) {
    return {
      typed,
      matches: typed ? directory.search(typed, mostPlaces) : nowhere,
      form: undefined,
    }
  }
  const known = directory.findByAddress(address)
  return known
    ? { typed, matches: { councils: [known], schools: [] }, form: undefined }
    : { typed, matches: nowhere, form: { address, name: '', state: '', timeZone: '' } }
}

const text = (most: number) => z.string().trim().max(most).default('')

const addForm = z.object({
  directory: text(2_048),
  address: text(2_048),
  name: text(120),
  state: text(2),
  timeZone: text(64),
})

function toInput(form: z.infer<typeof addForm>): AddSourceInput {
  if (form.directory) return { directoryId: form.directory }
  const address = typedAddress(form.address)
  if (address === undefined) {
    throw new InputError(
      'address_invalid',
      'This is not the address of a web page',
      'Copy it from the address bar of your browser, with https:// in front',
    )
  }
  if (form.name === '') {
    throw new InputError(
      'place_missing',
      'The name of the place is missing',
      'Say whose agendas stand there',
    )
  }
  return {
    address,
    name: form.name,
    state: form.state.toUpperCase(),
    timeZone: form.timeZone || null,
  }
}

async function addSource(c: AppContext): Promise<Response> {
  if (!c.var.deps.canChange(c)) throw new ForbiddenError()
  const given = addForm.safeParse(await c.req.parseBody())
  if (!given.success) {
    throw new InputError(
      'form_invalid',
      'The form could not be read',
      'Open the page again and send the form from there',
    )
  }
  try {
    const { place } = await c.var.deps.commands.addSource(toInput(given.data))
    return c.redirect(`/councils/${encodeURIComponent(place)}`, 303)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // What was typed comes back with the reason, so that nobody types it twice.
    const { directory, ...form } = given.data
    const known = directory ? c.var.deps.directory.findByAddress(directory) : undefined
    const page = await addPage(c, {
      typed: '',
      matches: known ? { councils: [known], schools: [] } : nowhere,
      form: directory ? undefined : form,
      error,
    })
    return sendFresh(c, page, error.code === 'worker_silent' ? 503 : 422)
  }
}

async function readNow(c: AppContext): Promise<Response> {
  if (!c.var.deps.canChange(c)) throw new ForbiddenError()
  const sourceId = c.req.param('id') ?? ''
  const place = await findPlaceOfSource(c.var.deps.db.read, sourceId)
  if (!place) return await c.notFound()
  await c.var.deps.commands.readNow(sourceId)
  return c.redirect(`/councils/${encodeURIComponent(place)}`, 303)
}

const acknowledgeForm = z.object({ note: z.string().trim().min(1).max(500) })

async function acknowledge(c: AppContext): Promise<Response> {
  if (!c.var.deps.canChange(c)) throw new ForbiddenError()
  const sourceId = c.req.param('id') ?? ''
  const place = await findPlaceOfSource(c.var.deps.db.read, sourceId)
  if (!place) return await c.notFound()
  const given = acknowledgeForm.safeParse(await c.req.parseBody())
  if (!given.success) {
    throw new InputError(
      'form_invalid',
      'What is known of the trouble is missing, or longer than 500 characters',
      'Go back and say in a few words what is known, such as who was told',
    )
  }
  await c.var.deps.commands.acknowledge(sourceId, given.data.note)
  return c.redirect(`/councils/${encodeURIComponent(place)}`, 303)
}

export const addPages = web
  .createApp()
  .get('/add', async (c) => {
    const typed = (c.req.query('q') ?? '').trim().slice(0, 2_048)
    return sendFresh(c, await addPage(c, answerTo(c, typed)))
  })
  .post('/sources', addSource)
  .post('/sources/:id/read', readNow)
  .post('/sources/:id/acknowledge', acknowledge)
