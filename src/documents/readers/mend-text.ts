const ligatures: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
}

/**
 * First parts of compounds that agendas print with a hyphen. At a line end they keep it: "body-" and
 * "worn" are two words, "surveil-" and "lance" are one.
 */
const compoundStarts = new Set(
  `all anti body city co counter county cloud cost court cross data drone e ex face fee fixed five four
  full half hand high hit in inter intra land large law license live local long low mid mobile month
  multi new non not off on one open pan part plate post pre pro public re real school self semi short
  single six small solar state still sub ten third three time trial two up user video web well wide
  worn year`.split(/\s+/),
)

/**
 * Text as a person would copy it: ligatures spelled out, soft hyphens gone, words that were broken
 * at a line end whole again, blanks at line ends and what cannot be shown left out.
 */
export function mendText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\uFB00-\uFB06]/g, (ligature) => ligatures[ligature] ?? ligature)
      .replace(/\u00AD\n?/g, '')
      .replace(/(\p{L}+)-\n(\p{Ll}+) ?/gu, (_, start: string, end: string) =>
        compoundStarts.has(start.toLowerCase()) ? `${start}-${end}\n` : `${start}${end}\n`,
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is left out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
      .replace(/\u00A0/g, ' ')
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}
