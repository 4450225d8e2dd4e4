import { walkXml } from './office-xml.ts'

/** What a style of Word says of the words that have it, as far as a reader must know. */
export interface WordStyle {
  /** From 0: the depth of a heading; `undefined` for what is none. */
  readonly heading: number | undefined
  /** Words that nobody is shown. */
  readonly isHidden: boolean
}

/** The value of a switch that stands alone when it is on. */
export const isOn = (value: string | undefined) => !['0', 'false', 'off'].includes(value ?? '1')

/** The depth of an outline; the tenth is body text. */
export function headingLevel(value: string | undefined): number | undefined {
  const level = Number(value)
  return value !== undefined && Number.isInteger(level) && level >= 0 && level < 9
    ? level
    : undefined
}

interface OwnStyle {
  basedOn: string | undefined
  /** As written: body text has a depth too. */
  depth: string | undefined
  isHidden: boolean | undefined
}

/** A style that is based on itself has no end. */
const longestChain = 20

/**
 * Styles by their ids; what a style leaves open it has from the one that it is based on.
 *
 * Format: ECMA-376 part 1, 17.7.
 */
export function wordStyles(xml: string): (id: string | undefined) => WordStyle {
  const styles = new Map<string | undefined, OwnStyle>()
  let style: OwnStyle | undefined
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val']
      if (name === 'w:style') {
        style = { basedOn: undefined, depth: undefined, isHidden: undefined }
        styles.set(attributes['w:styleId'] ?? '', style)
      } else if (!style) return
      else if (name === 'w:basedOn') style.basedOn = value
      else if (name === 'w:outlineLvl') style.depth = value
      else if (name === 'w:vanish') style.isHidden = isOn(value)
    },
    close(name) {
      if (name === 'w:style') style = undefined
    },
  })

  return (id) => {
    const chain: OwnStyle[] = []
    let next = styles.get(id)
    while (next && chain.length < longestChain) {
      chain.push(next)
      next = styles.get(next.basedOn)
    }
    return {
      heading: headingLevel(chain.find(({ depth }) => depth !== undefined)?.depth),
      isHidden: chain.find(({ isHidden }) => isHidden !== undefined)?.isHidden ?? false,
    }
  }
}
