import { withoutTags } from '../../text/without-tags'
import { signs } from './signs'

const cloze = /\{\{c([\d,]+)::/g

interface Opened {
  readonly at: number
  readonly numbers: readonly number[]
}

/**
 * A cloze text as one of its cards sees it: gaps of `number` become signs, the others their words. Gaps may stand in one
 * another; the outer one of two with the same number counts.
 */
export const markGaps = (text: string, number: number): string => {
  let result = ''
  const open: (Opened & { readonly mine: boolean; readonly start: number })[] = []
  for (let at = 0; at < text.length; ) {
    cloze.lastIndex = at
    const next = text.indexOf('{{c', at)
    const close = open.length > 0 ? text.indexOf('}}', at) : -1
    if (close >= 0 && (next < 0 || close < next)) {
      result += text.slice(at, close)
      const own = open.pop()
      if (own !== undefined) {
        const inside = result.slice(own.start)
        const cut = inside.indexOf('::')
        const [words, hint] = cut < 0 ? [inside, ''] : [inside.slice(0, cut), inside.slice(cut + 2)]
        const marked =
          own.mine && withoutTags(words, '').replace(/&nbsp;|\s/g, '') !== '' && !open.some(({ mine }) => mine)
        result =
          result.slice(0, own.start) +
          (marked ? `${signs.gap}${words}${hint === '' ? '' : signs.hint + hint}${signs.gapEnd}` : words)
      }
      at = close + 2
      continue
    }
    if (next < 0) {
      result += text.slice(at)
      break
    }
    result += text.slice(at, next)
    cloze.lastIndex = next
    const found = cloze.exec(text)
    if (found === null || found.index !== next) {
      result += '{{c'
      at = next + 3
      continue
    }
    const numbers = (found[1] ?? '').split(',').map(Number)
    open.push({ at: next, numbers, mine: numbers.includes(number), start: result.length })
    at = next + found[0].length
  }
  return result
}
