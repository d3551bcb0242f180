import type { Passage } from './passage'
import { proseOf, stressed, tokensWithin } from './prose'
import { readTokens, type Token } from './tokens'

/** One sentence of a passage, or one clause cut at a semicolon. */
export interface Sentence {
  readonly passage: Passage
  /** Places in `passage.raw`, without white space and without the closing stop. */
  readonly from: number
  readonly to: number
  /** As a card may show it, without the closing stop. */
  readonly text: string
  readonly stressed: readonly string[]
  readonly tokens: readonly Token[]
}

/** A paragraph read: its tokens and sentences. */
export interface Prose {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  readonly text: string
  readonly sentences: readonly Sentence[]
}

const stop = /[。！？；!?;]/
const opens = '（(【[「《“'
const closes = '）)】]」》”'
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|cf|vs|Fig|Eq|Sec|Dr|al|approx|resp)|\b[A-Z])$/

const signs = /[。！？；!?;.（(【[」《“）)】\]」》”「]/g
/** Brackets that never close must not swallow the rest. */
const longestBracket = 400

/** Places right behind each stop that ends a sentence; none inside formulas, code, links or brackets. */
const stops = (tokens: readonly Token[], raw: string): number[] => {
  const found: number[] = []
  let depth = 0
  let opened = 0
  for (const token of tokens) {
    if (token.kind === 'image') found.push(token.from, token.to)
    if (token.kind !== 'text') continue
    for (const { 0: c, index } of token.value.matchAll(signs)) {
      const place = token.from + index
      if (depth > 0 && place - opened > longestBracket) depth = 0
      if (opens.includes(c)) {
        if (depth === 0) opened = place
        depth++
      } else if (closes.includes(c)) depth = Math.max(0, depth - 1)
      else if (depth === 0 && (c === '.' ? endsSentence(raw, place) : stop.test(c))) found.push(place + 1)
    }
  }
  return found
}

/** A full stop with a blank behind, which is no abbreviation and no number of a list. */
const endsSentence = (raw: string, place: number): boolean => {
  const next = raw.charAt(place + 1)
  return (
    (next === '' || /\s/.test(next)) &&
    !abbreviation.test(raw.slice(Math.max(0, place - 8), place)) &&
    !(place < 10 && /^\d+$/.test(raw.slice(0, place).trim()))
  )
}

const trimRange = (raw: string, from: number, to: number): readonly [number, number] => {
  let [a, b] = [from, to]
  while (a < b && /[\s，,、；;]/.test(raw.charAt(a))) a++
  while (b > a && /[\s。；;，,、]/.test(raw.charAt(b - 1))) b--
  if (b > a && raw.charAt(b - 1) === '.' && raw.charAt(b - 2) !== '.') b--
  return [a, b]
}

const makeSentence = (passage: Passage, tokens: readonly Token[], from: number, to: number): Sentence | null => {
  const [a, b] = trimRange(passage.raw, from, to)
  if (b <= a) return null
  const within = tokensWithin(tokens, a, b)
  const text = proseOf(within).replace(/[。.；;，,]$/, '')
  return text === '' ? null : { passage, from: a, to: b, text, stressed: stressed(within), tokens: within }
}

export const readProse = (passage: Passage): Prose => {
  const tokens = readTokens(passage.raw)
  const places = [...new Set([...stops(tokens, passage.raw), passage.raw.length])]
  const sentences: Sentence[] = []
  let from = 0
  for (const to of places) {
    const sentence = makeSentence(passage, tokens, from, to)
    if (sentence !== null) sentences.push(sentence)
    from = to
  }
  return { passage, tokens, text: proseOf(tokens), sentences }
}

/** Part of a sentence, by places in the passage. */
export const partOf = (sentence: Sentence, from: number, to: number): Sentence | null =>
  makeSentence(sentence.passage, sentence.tokens, from, to)

/** A stretch of prose as one sentence. */
export const stretch = (prose: Prose, from: number, to: number): Sentence | null =>
  makeSentence(prose.passage, prose.tokens, from, to)

/** First place of a sign in plain text, outside formulas, code and links; null when there is none. */
export const placeOf = (
  tokens: readonly Token[],
  sign: RegExp,
): { readonly from: number; readonly to: number } | null => {
  for (const token of tokens) {
    if (token.kind !== 'text') continue
    const found = sign.exec(token.value)
    if (found !== null) return { from: token.from + found.index, to: token.from + found.index + found[0].length }
  }
  return null
}
