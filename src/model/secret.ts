import { inspect } from 'node:util'

/** A word that opens something. It prints, logs and serialises as `[secret]`. */
export class Secret {
  readonly #word: string

  constructor(word: string) {
    this.#word = word
  }

  /** The word itself, for the one call that needs it. */
  reveal(): string {
    return this.#word
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [inspect.custom](): string {
    return '[secret]'
  }
}
