import type * as z from 'zod'
import { InputError } from '../model/errors.ts'

/** Something a person may change: a schema for what is asked, and what is done about it. */
export interface Command<Deps> {
  /** As it travels: `add-source`. */
  readonly name: string
  /**
   * Judges the input and does the work. Runs in the process that writes.
   *
   * @throws {InputError} `input_invalid` when the input is not of the command's shape.
   */
  run(input: unknown, deps: Deps): Promise<unknown>
}

/** Binds a handler to the schema of its input, so that nothing unjudged reaches it. */
export function defineCommand<Input, Deps>(definition: {
  readonly name: string
  readonly input: z.ZodType<Input>
  run(input: Input, deps: Deps): Promise<unknown>
}): Command<Deps> {
  return {
    name: definition.name,
    async run(input, deps) {
      const judged = definition.input.safeParse(input)
      if (!judged.success) {
        const faults = judged.error.issues
          .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
          .join('; ')
        throw new InputError(
          'input_invalid',
          `${definition.name} cannot be done as asked: ${faults}`,
          'Correct what is named and ask again',
        )
      }
      return await definition.run(judged.data, deps)
    },
  }
}
