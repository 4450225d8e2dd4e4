import * as z from 'zod'
import { InputError } from '../model/errors.ts'
import type { Scraper } from './contract.ts'

/**
 * Binds an adapter to the schema of its options, so that nobody else need know their type.
 *
 * @throws {InputError} `options_invalid`, from `meetings`, for options the schema refuses.
 */
export function defineScraper<Options>(
  definition: Scraper<Options> & { readonly options: z.ZodType<Options> },
): Scraper {
  const read = (given: unknown): Options => {
    const options = definition.options.safeParse(given)
    if (options.success) return options.data
    throw new InputError(
      'options_invalid',
      `The options of this ${definition.label} source are not valid: ${z.prettifyError(options.error)}`,
      'Add the source again by its portal address',
    )
  }
  return {
    platform: definition.platform,
    label: definition.label,
    version: definition.version,
    recognise: (url) => definition.recognise(url),
    ...(definition.recognisePage && {
      recognisePage: (page) => definition.recognisePage?.(page),
    }),
    meetings: (target, context) =>
      definition.meetings({ ...target, options: read(target.options) }, context),
    parsePage: (kind, page, timeZone) => definition.parsePage(kind, page, timeZone),
  }
}
