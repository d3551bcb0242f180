import { isChinese } from '../../words/deixis'
import { opposites } from '../../words/directions'
import { terms } from '../../words/terms'
import { mentions } from '../../words/topics'
import { mask } from '../mask'
import type { Draft } from '../rule'

const literally = (text: string): string => text.replace(/[.*+^${}()|[\]\\]/g, '\\$&')

const latin = /^[\w-]/

const bounded = (name: string): string =>
  latin.test(name) ? `(?<![A-Za-z0-9-])${name}(?![A-Za-z0-9-]|\\s?(?:函数|loss|层)(?=\\w))` : name

/** Longest names first: `随机梯度下降` before `梯度下降`. */
const byKind = terms.map(({ zh, en, names }) => ({
  zh,
  en,
  pattern: new RegExp(
    names
      .split('|')
      .sort((a, b) => b.length - a.length)
      .map(bounded)
      .join('|'),
    'giu',
  ),
}))

export interface Gap {
  readonly from: number
  readonly text: string
  readonly hint: string | null
}

/** Terms of the field in a text, in order, the longer one where two overlap. */
export const termsIn = (text: string): readonly Gap[] => {
  const masked = mask(text)
  const found = byKind
    .flatMap(({ zh, en, pattern }) =>
      [...masked.matchAll(pattern)].map((each) => ({
        from: each.index,
        text: each[0],
        hint: isChinese(text) ? zh : en,
      })),
    )
    .sort((a, b) => a.from - b.from || b.text.length - a.text.length)
  const kept: Gap[] = []
  for (const gap of found) {
    const last = kept.at(-1)
    if (last === undefined || gap.from >= last.from + last.text.length) kept.push(gap)
    else if (gap.text.length > last.text.length) kept.splice(-1, 1, gap)
  }
  return kept
}

const directions = opposites.map(([word, other]) => ({
  word,
  other,
  pattern: new RegExp(latin.test(word) ? `\\b${literally(word)}\\b` : escape(word), 'giu'),
}))

/** Words that have an opposite, each with the pair as its hint. */
export const directionsIn = (text: string): readonly Gap[] => {
  const masked = mask(text)
  return directions
    .flatMap(({ word, other, pattern }) =>
      [...masked.matchAll(pattern)].map((each) => ({
        from: each.index,
        text: each[0],
        hint: [word, other].sort().join(isChinese(word) ? '还是' : ' or '),
      })),
    )
    .sort((a, b) => a.from - b.from || b.text.length - a.text.length)
}

const occurrences = (text: string, phrase: string): number => text.split(phrase).length - 1

/** Whether hiding a phrase leaves a question: it is named nowhere else and something is left to think from. */
export const hides = (text: string, phrase: string, topics: readonly string[]): boolean =>
  occurrences(text.toLowerCase(), phrase.toLowerCase()) === 1 &&
  !topics.some((topic) => mentions(topic, phrase)) &&
  text.length - phrase.length >= (isChinese(text) ? 8 : 20)

export const gapAt = (text: string, { from, text: gap, hint }: Gap): Draft => ({
  kind: 'gap',
  before: text.slice(0, from),
  gap,
  after: text.slice(from + gap.length),
  hint,
})
