/** What may stand before the first tag of a drawing, a piece at a time: a mark of its encoding, space, what XML says of itself, a comment. */
const before = /\ufeff|ï»¿|\s+|<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE svg[^>]*>/y

/**
 * Whether a text begins as a drawing does. Each piece is passed over for good: one pattern for all of them would try every way in which
 * comments can be taken together, which of a few dozen are more than any computer tries.
 */
export const beginsAsSvg = (text: string): boolean => {
  let at = 0
  for (;;) {
    before.lastIndex = at
    const piece = before.exec(text)
    if (piece === null) return /^<svg[\s/>]/.test(text.slice(at, at + 5))
    at += piece[0].length
  }
}
