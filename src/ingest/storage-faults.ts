import { isDbFault } from '../db/errors.ts'
import { ArchiveUnavailableError } from '../model/errors.ts'
import type { ScrapeContext } from '../scraping/contract.ts'

/**
 * The same context, with a memory for the first time that our own database or archive failed. An
 * adapter takes what it catches for the portal's trouble and goes on with less; a meeting that lacks
 * a page because our disk was full must not be stored as if the portal had said so.
 */
export function watchStorage(context: ScrapeContext): {
  readonly context: ScrapeContext
  /** @throws the first such error, as it was. */
  throwIfAny(): void
} {
  let first: { readonly error: unknown } | undefined
  const isOurs = (error: unknown) => isDbFault(error) || error instanceof ArchiveUnavailableError

  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      if (isOurs(error)) first ??= { error }
      throw error
    }
  }
  const { fetcher } = context
  return {
    context: {
      ...context,
      fetcher: {
        get: (url, options) => watch(fetcher.get(url, options)),
        post: (url, form, options) => watch(fetcher.post(url, form, options)),
      },
      parsed: (page, parse) => watch(context.parsed(page, parse)),
      readText: (page) => watch(context.readText(page)),
    },
    throwIfAny() {
      if (first) throw first.error
    },
  }
}
