import type { ReadText } from '../markdown/read'

const words = /\\(?:text|textbf|textit|mathrm|operatorname\*?)\{[^{}]*\}/g
const numbers = /\d+\.\d+|\d{2,}/g

const normal = (tex: string): string => tex.replace(words, '').replace(/[\s{}]|\\[,;:! ]/g, '')

const counts = (items: readonly string[]): ReadonlyMap<string, number> => {
  const result = new Map<string, number>()
  for (const item of items) result.set(item, (result.get(item) ?? 0) + 1)
  return result
}

const missing = (from: readonly string[], others: readonly string[]): string | null => {
  const there = counts(others)
  for (const [item, count] of counts(from)) if ((there.get(item) ?? 0) < count) return item
  return null
}

const compare = (what: string, a: readonly string[], b: readonly string[]): string | null => {
  const lost = missing(a, b)
  if (lost !== null) return `The ${what} "${lost.slice(0, 60)}" is missing in the other language.`
  const extra = missing(b, a)
  return extra === null ? null : `The other language has the ${what} "${extra.slice(0, 60)}", this one does not.`
}

const textOnly = (markdown: string): string => markdown.replace(/\$[^$]*\$|`[^`]*`|\]\([^)]*\)|\{#[^}]*\}/g, ' ')

/** What two languages of one text say differently, as far as formulas and numbers show it; null when they agree. */
export const disagreement = (
  one: { readonly source: string; readonly read: Pick<ReadText, 'met'> },
  other: { readonly source: string; readonly read: Pick<ReadText, 'met'> },
): string | null =>
  compare('formula', one.read.met.formulas.map(normal), other.read.met.formulas.map(normal)) ??
  compare('number', textOnly(one.source).match(numbers) ?? [], textOnly(other.source).match(numbers) ?? [])
