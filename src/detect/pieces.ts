/**
 * One regular expression of pieces that follow each other without anything between them, so that a long
 * one can be read, and its changes reviewed, line by line.
 */
export const fromPieces = (flags: string, ...pieces: readonly string[]): RegExp =>
  new RegExp(pieces.join(''), flags)
