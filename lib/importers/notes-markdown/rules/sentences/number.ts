import { isChinese } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { isAside } from './gap'
import { gapInWindow } from './statement'

const value =
  /(?<![\w.\-^+])(\d+(?:\.\d+)?(?:e-?\d+)?(?:(?:\s?[-~–至到]\s?|\sto\s|(?<=\bbetween\s[\d.e-]+)\sand\s)\d+(?:\.\d+)?(?:e-?\d+)?)?)(?![\w.]*[A-Za-z])\s?(?:%|倍|个百分点|万)?/gu
const setting =
  /一般|通常|常用|典型|推荐|默认|设置为|设为|设成|取(?=\d)|初始化为|约|大约|左右|期望|能提升|减半|最多|至少|仅|近似为|慢慢|个周期|增加了|有效|usually|typical(?:ly)?|default|set to|about|around|recommended|common(?:ly)?|at (?:most|least)|in practice/i

/** In English a figure stands behind a word as a rule; one behind a name or a kind of place is part of it. */
const englishLabel =
  /(?:\b(?:[Ff]igure|fig\.|section|chapter|table|equation|eq\.|step|part|lecture|version|study|page)\s|[A-Z][A-Za-z]*[A-Z\d]-?\s?|[A-Z][a-z]*-)$/

/** Figures that are part of a name or of a list. */
const isLabel = (masked: string, from: number, to: number): boolean =>
  !isChinese(masked)
    ? englishLabel.test(masked.slice(Math.max(0, from - 14), from)) || /^\s?(?:\)|\.\s)/.test(masked.slice(to, to + 2))
    : /(?:接近\s?|[A-Za-z]{2,}\s?|图\s?|第|[A-Z]|、)$/.test(masked.slice(Math.max(0, from - 6), from)) ||
      /^\s?(?:[)）、]|\.\s|星|年)/.test(masked.slice(to, to + 2)) ||
      /^[，,]\d/.test(masked.slice(to, to + 2))

/** A number that a sentence gives as usual, recommended or found. */
export const number: SentenceRule = {
  name: 'number',
  confidence: 0.75,
  read: (text, _sentence, { topics }) => {
    const masked = mask(text)
    if (!setting.test(masked)) return null
    const found = [...masked.matchAll(value)].filter(
      (each) => !isLabel(masked, each.index, each.index + (each[1] ?? '').length) && !isAside(text, each.index),
    )
    const [before, behind] = isChinese(text) ? [14, 10] : [60, 24]
    const near = found.filter((each) =>
      setting.test(masked.slice(Math.max(0, each.index - before), each.index + behind)),
    )
    const best = near.length > 0 ? near[near.length - 1] : undefined
    if (best === undefined) return null
    return gapInWindow(text, { from: best.index, text: best[1] ?? '', hint: null }, topics)
  },
}
