import { Hono } from 'hono'
import { directoryApi } from './api/directory.ts'
import { progressApi } from './api/progress.ts'
import type { AppDeps, WebEnv } from './context.ts'
import { onError, onNotFound } from './errors.tsx'
import { createExportRoutes } from './exports.ts'
import { feedRoutes } from './feeds/routes.ts'
import { createFrame } from './frame.tsx'
import { formLimit, ownFormsOnly } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { createMemo } from './memo.ts'
import { createPageCache } from './page-cache.ts'
import { aboutPage } from './pages/about.tsx'
import { accuracyPage } from './pages/accuracy.tsx'
import { addPages } from './pages/add.tsx'
import { councilPages } from './pages/councils.tsx'
import { coveragePage } from './pages/coverage.ts'
import { documentPages } from './pages/document-page.ts'
import { documentFiles } from './pages/documents.ts'
import { evidencePacks } from './pages/evidence-pack.ts'
import { itemPages } from './pages/item.tsx'
import { meetingPages } from './pages/meeting.tsx'
import { publicFiles } from './pages/public-files.ts'
import { searchPage } from './pages/search.tsx'
import { votesPages } from './pages/votes.tsx'
import { readStaticFiles } from './static-files.ts'

const unsafeMethods = ['POST', 'PUT', 'PATCH', 'DELETE']

/**
 * The whole site. Everything public is made by its pages below; a page that was finished before in
 * the same minute, from the same content, is sent without asking any of them.
 */
export function createApp(deps: AppDeps): Hono<WebEnv> {
  const headers = securityHeaders(deps.publicUrl)
  const cache = createPageCache({ ...deps, headers })
  const files = readStaticFiles(deps.publicFolders)
  const frame = createFrame({ ...deps, files })
  const memo = createMemo(deps)

  const app = new Hono<WebEnv>()
    .use(async (c, next) => {
      c.set('deps', deps)
      c.set('cache', cache)
      c.set('stamp', cache.stamp())
      c.set('memo', memo)
      c.set('frame', frame)
      c.set('files', files)
      await next()
      if (cache.isFinished(c.res)) return
      for (const [name, value] of Object.entries(headers)) {
        if (!c.res.headers.has(name)) c.res.headers.set(name, value)
      }
    })
    .on(unsafeMethods, '*', ownFormsOnly, formLimit)
    .route('/', votesPages)
    .route('/', itemPages)
    .route('/', meetingPages)
    .route('/', councilPages)
    .route('/', coveragePage)
    .route('/', addPages)
    .route('/', searchPage)
    .route('/', documentFiles)
    .route('/', documentPages)
    .route('/', evidencePacks)
    .route('/', aboutPage)
    .route('/', accuracyPage)
    .route('/', directoryApi)
    .route('/', progressApi)
    .route('/', feedRoutes)
    .route('/', createExportRoutes())
    .route('/', publicFiles)
    .notFound(onNotFound)
    .onError(onError)

  const make = app.fetch
  app.fetch = (request, ...rest) => cache.answer(request) ?? make(request, ...rest)
  return app
}
