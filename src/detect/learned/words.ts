/**
 * Words as the models count them: small letters, every figure as "#", and the marks that part
 * sentences and sums. Linear.
 */
const piece = /\p{L}+|#|[$;:()]/gu
const figure = /\d[\d,.]*/g

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/<br ?\/?>/g, ' ')
    .replace(figure, ' # ')
    .match(piece) ?? []
