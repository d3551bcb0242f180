import { isChinese } from '../../words/deixis'
import { makeDictionary } from '../../words/dictionary'
import { generic, terms } from '../../words/terms'
import { someMentions } from '../../words/topics'
import { mask } from '../mask'
import type { Draft } from '../rule'

const latin = /^[\w-]/

const lookUp = makeDictionary(
  terms.flatMap(({ zh, en, names }) => names.split('|').map((name) => [name, { zh, en }] as const)),
)

export interface Gap {
  readonly from: number
  readonly text: string
  readonly hint: string | null
}

/** Terms of the field in a text, in order, the longer one where two overlap. */
export const termsIn = (text: string): readonly Gap[] => {
  const chinese = isChinese(text)
  const found = lookUp(mask(text)).map(
    ({ from, text: word, entry }): Gap => ({ from, text: word, hint: chinese ? entry.zh : entry.en }),
  )
  const kept: Gap[] = []
  for (const gap of found) {
    const last = kept.at(-1)
    if (last === undefined || gap.from >= last.from + last.text.length) kept.push(gap)
    else if (gap.text.length > last.text.length) kept.splice(-1, 1, gap)
  }
  return kept
}

const bracket = /[（([）)\]]/g

const brackets = (text: string, at: number): number => {
  let depth = 0
  for (const { 0: c, index } of text.matchAll(bracket)) {
    if (index >= at) break
    depth = '（(['.includes(c) ? depth + 1 : Math.max(0, depth - 1)
  }
  return depth
}

/** Asides in brackets are no facts to ask for. */
export const isAside = (text: string, at: number): boolean => brackets(mask(text), at) > 0

/** The most common words of all: asked for nowhere. */
export const isEverywhere = (gap: Gap): boolean =>
  /^(?:特征|神经元|神经网络|数据样本|均值|损失值|features?|neurons?|mean)$/i.test(gap.text)

/** Words any sentence of the field may hold: too easily replaced to be asked for. */
export const isGeneric = (gap: Gap): boolean => generic.has(gap.text.toLowerCase())

const isOnce = (text: string, phrase: string): boolean => {
  const at = text.indexOf(phrase)
  return at >= 0 && text.indexOf(phrase, at + phrase.length) < 0
}

/** A Latin word with Latin words beside it, in Chinese text: part of a name. */
const insideEnglish = (text: string, phrase: string): boolean => {
  if (!isChinese(text) || !latin.test(phrase)) return false
  const at = text.indexOf(phrase)
  return /[A-Za-z]\s?$/.test(text.slice(0, at)) || /^\s?[A-Za-z-]/.test(text.slice(at + phrase.length))
}

/** One of several named side by side: any of them would fit. */
const inList = (text: string, phrase: string): boolean => {
  const at = text.indexOf(phrase)
  return text.charAt(at - 1) === '、' || text.charAt(at + phrase.length) === '、'
}

/** Whether hiding a phrase leaves a question: it is named nowhere else and something is left to think from. */
export const hides = (text: string, phrase: string, topics: readonly string[]): boolean =>
  isOnce(text.toLowerCase(), phrase.toLowerCase()) &&
  !someMentions(topics, phrase) &&
  text.length - phrase.length >= (isChinese(text) ? (topics.length > 0 ? 5 : 8) : 20) &&
  !insideEnglish(text, phrase) &&
  !inList(text, phrase)

export const gapAt = (text: string, { from, text: gap, hint }: Gap): Draft => ({
  kind: 'gap',
  before: text.slice(0, from),
  gap,
  after: text.slice(from + gap.length),
  hint,
})
