import { mask } from '../mask'
import type { SentenceRule } from '../rule'

const value =
  /(?<![\w.\-^])(?:约|大约|about )?(\d+(?:\.\d+)?(?:e-?\d+)?(?:\s?[-~–至到]\s?\d+(?:\.\d+)?(?:e-?\d+)?)?)\s?(%|倍|个百分点|万|层|个|份|次|位|年|维|million|billion|percent|layers?|times|epochs?)?/gu
const setting =
  /一般|通常|常用|典型|推荐|默认|设置|设为|设成|取|初始化|约|大约|左右|期望|提升|减半|最多|至少|usually|typical(?:ly)?|default|set to|about|around|recommended|common(?:ly)?|initial/i

/** Figures that are labels rather than facts: layers of a name, examples in brackets, places of a list. */
const isLabel = (masked: string, from: number, to: number): boolean =>
  (/[A-Za-z\u4e00-\u9fff]$/.test(masked.slice(Math.max(0, from - 1), from)) &&
    /[A-Z]{2,}$|[LVv]$|图|第|Study\s?$/.test(masked.slice(Math.max(0, from - 6), from))) ||
  /^\s?[)）.、]?\s?[A-Z]/.test(masked.slice(to, to + 1))

/** A number that a sentence gives as usual, recommended or found. */
export const number: SentenceRule = {
  name: 'number',
  confidence: 0.75,
  read: (text) => {
    const masked = mask(text)
    if (!setting.test(masked)) return null
    const found = [...masked.matchAll(value)].filter(
      (each) => !isLabel(masked, each.index, each.index + each[0].length) && insideBrackets(masked, each.index) === 0,
    )
    const chosen = found.filter((each) => nearSetting(masked, each.index))
    const best = (chosen.length === 1 ? chosen : found.length === 1 ? found : [])[0]
    if (best === undefined) return null
    const digits = best[1] ?? ''
    const from = best.index + best[0].indexOf(digits)
    const unit = best[2] ?? ''
    const to = from + digits.length
    if (text.slice(0, from).length + text.slice(to).length < 6) return null
    return {
      kind: 'gap',
      before: text.slice(0, from),
      gap: digits,
      after: text.slice(to),
      hint: unit === '' ? null : null,
    }
  },
}

const nearSetting = (masked: string, at: number): boolean => setting.test(masked.slice(Math.max(0, at - 14), at + 14))

const insideBrackets = (masked: string, at: number): number => {
  let depth = 0
  for (const c of masked.slice(0, at)) {
    if ('（('.includes(c)) depth++
    else if ('）)'.includes(c)) depth = Math.max(0, depth - 1)
  }
  return depth
}
