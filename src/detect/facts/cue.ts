import type { Action, Role } from '../../model/facts.ts'

/** What an item does, and the kind of item it is by that. */
export interface ActionReading {
  readonly role: Role
  readonly action: Action
}

/** Words, and what they say is done. */
export interface Cue extends ActionReading {
  readonly pattern: RegExp
}

export const cue = (role: Role, action: Action, pattern: RegExp): Cue => ({ role, action, pattern })

/**
 * Words of buying and of taking, as a piece of an expression: where one stands in a title, what it tells
 * of is no mere sharing.
 */
export const buying = String.raw`purchas|subscription|vendor|not[ -]to[ -]exceed|grants?\b|lease`
