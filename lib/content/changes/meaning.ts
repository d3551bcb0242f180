import type { PartChange } from './card-change'
import { type Segment, tokensOf } from './text-change'

/** Fields that explain an answer instead of asking for it, in cards of every type. */
const explains = /\/(?:note|erratum|why|says|solution)$/

const isFormulaOrNumber = (token: string): boolean => /^\$|^`|^\d/.test(token)

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

/** Small words that turn a sentence around. */
const turning: ReadonlySet<string> = new Set(['not', 'no', 'never', 'always', 'only', '不', '非', '无', '未', '没'])

/** More of a text than this share of its words is another text. */
const mostChanged = 0.4

const without = (tokens: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others]
  return tokens.filter((token) => {
    const at = left.indexOf(token)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const proseChanges = (segments: readonly Segment[]): boolean => {
  const tokens = (kind: Segment['kind']) =>
    segments.filter((segment) => segment.kind === kind).flatMap(({ text }) => tokensOf(text))
  const [gone, added] = [tokens('gone'), tokens('added')]
  const differ = [...without(gone, added), ...without(added, gone)]
  if (differ.some(isFormulaOrNumber) || differ.some((token) => turning.has(token.toLowerCase()))) return true
  const kept = tokens('same').filter(isWord).length
  const moved = Math.max(gone.filter(isWord).length, added.filter(isWord).length)
  return moved > mostChanged * (kept + moved) && moved > 2
}

/**
 * Whether a card may ask for something else than before: a number, a formula, a key or a program differs, a "not" came or
 * went, or most of a sentence is new. Explanations may change freely. It proposes; the author decides.
 */
export const changesMeaning = (parts: readonly PartChange[]): boolean =>
  parts.some(({ path, kind, change, segments }) => {
    if (explains.test(path)) return false
    if (kind === 'data') return true
    return change === 'changed' && proseChanges(segments)
  })
