import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Chunk, toChunk } from './chunk.ts'
import { clean, escapeText, Html } from './html.ts'
import type { StaticFile } from './static-files.ts'

/** Which entry of the navigation a page stands under. */
export type Section = 'votes' | 'past' | 'councils' | 'coverage' | 'search' | 'about'

export interface Page {
  /** Without the site's name. */
  readonly title: string
  readonly section?: Section
  /** What follows the page in `head`: its feeds. */
  readonly head?: Html
  /** Markup, or chunks of it where pages share some. */
  readonly body: Html | readonly Chunk[]
}

const entries: readonly { section: Section; href: string; words: string }[] = [
  { section: 'votes', href: '/', words: 'Upcoming votes' },
  { section: 'past', href: '/past', words: 'Past votes' },
  { section: 'councils', href: '/councils', words: 'Councils' },
  { section: 'search', href: '/search', words: 'Search' },
  { section: 'coverage', href: '/coverage', words: 'Coverage' },
  { section: 'about', href: '/about', words: 'About' },
]

interface FrameProps {
  readonly siteName: string
  readonly isDemo: boolean
  readonly style: string
  readonly script: string | undefined
  readonly section: Section | undefined
  readonly title: string
  readonly head: Child
  readonly children?: Child
}

function Frame(props: FrameProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>
          {props.title} · {props.siteName}
        </title>
        <link rel="stylesheet" href={props.style} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {props.script && <script type="module" src={props.script} />}
        {props.head}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        {props.isDemo && (
          <aside class="demo-banner" aria-label="About this demo">
            <strong>Demo: fictional councils.</strong> Nothing on these pages is real.
          </aside>
        )}
        <header class="site">
          <a class="brand" href="/">
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
              <path d="M4 7h24v4H4zM4 15h15v4H4zM4 23h10v4H4z" />
              <circle cx="24" cy="22" r="4.5" />
            </svg>
            {props.siteName}
          </a>
          <nav aria-label="Main">
            <ul>
              {entries.map(({ section, href, words }) => (
                <li>
                  <a href={href} aria-current={section === props.section ? 'page' : undefined}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
        <footer class="site">
          <p>
            Public records in, findings out. No advice, no accusation: read the official page before
            you act on what stands here.
          </p>
          <p>
            <a href="/about">What this is and cannot do</a> ·{' '}
            <a href="/coverage">What is covered</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

/** Stand-ins for what differs between pages; outside text never holds them, being cleaned. */
const holes = { title: '\u0001title\u0001', head: '\u0001head\u0001', body: '\u0001body\u0001' }
const holeNames = ['title', 'head', 'body'] as const
const holePattern = new RegExp(`(${Object.values(holes).join('|')})`)

/**
 * Gives a function that sets a page into the frame. JSX is dear, and the frame is the same for
 * every page of a section: so it is rendered once each and kept in pieces.
 */
export function createFrame(deps: {
  readonly siteName: string
  readonly isDemo: boolean
  readonly files: ReadonlyMap<string, StaticFile>
}): (page: Page) => readonly Chunk[] {
  const pieces = new Map<Section | undefined, readonly (Chunk | keyof typeof holes)[]>()

  function piecesOf(section: Section | undefined): readonly (Chunk | keyof typeof holes)[] {
    const known = pieces.get(section)
    if (known) return known
    const text = (
      <Frame
        siteName={deps.siteName}
        isDemo={deps.isDemo}
        style={deps.files.get('/style.css')?.address ?? '/style.css'}
        script={deps.files.get('/islands/index.js')?.address}
        section={section}
        title={holes.title}
        head={raw(holes.head)}
      >
        {raw(holes.body)}
      </Frame>
    ).toString()
    const made = `<!doctype html>${text}`.split(holePattern).map((piece) => {
      const hole = holeNames.find((name) => holes[name] === piece)
      return hole ?? toChunk(piece)
    })
    pieces.set(section, made)
    return made
  }

  return (page) =>
    piecesOf(page.section).flatMap((piece) => {
      if (piece === 'title') return toChunk(escapeText(page.title))
      if (piece === 'head') return toChunk(page.head ?? '')
      if (piece === 'body') return page.body instanceof Html ? toChunk(page.body) : page.body
      return piece
    })
}

/** A view written in JSX, as markup for the frame; cleaned whole, whatever text went into it. */
export function view(node: { toString(): string | Promise<string> }): Html {
  const text = node.toString()
  if (typeof text !== 'string') throw new TypeError('Views are synchronous')
  return new Html(clean(text))
}
