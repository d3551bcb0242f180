import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'

export const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** How a language is called by its own readers. */
export const languageName = (language: Language): string => (language === 'zh' ? '中文' : 'English')

/** What a text says in one language; a plain one says the same in all. */
export const wordsIn = (value: Json | undefined, language: Language): string =>
  isRecord(value) ? textOf(value[language]) : textOf(value)

/** A text with other words in one language. A bank of one language keeps it plain. */
export const withWords = (
  value: Json | undefined,
  language: Language,
  words: string,
  languages: readonly Language[],
): Json => {
  if (languages.length < 2 && !isRecord(value)) return words
  const before = isRecord(value) ? value : Object.fromEntries(languages.map((one) => [one, textOf(value)]))
  return { ...before, [language]: words }
}

/** An expression as it is typed: a given's draw or a list as written, anything else as itself. */
export const writeExpression = (value: Json | undefined): string => {
  if (isRecord(value)) {
    const inner = Object.entries(value).map(([key, one]) => `${key}: ${writeExpression(one)}`)
    return `{ ${inner.join(', ')} }`
  }
  if (isList(value)) return `[${value.map((one) => (typeof one === 'string' ? one : writeExpression(one))).join(', ')}]`
  return textOf(value)
}

const splitTop = (text: string): readonly string[] => {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const sign of text) {
    if ('[{('.includes(sign)) depth++
    if (']})'.includes(sign)) depth--
    if (sign === ',' && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else part += sign
  }
  return part.trim() === '' ? parts : [...parts, part.trim()]
}

/** Reads what was typed back: `{ uniform: [-3, 3], decimals: 1 }` is a draw, `[1, 2]` a list, `3` a number, the rest a formula. */
export const readExpression = (text: string): Json => {
  const plain = text.trim()
  if (/^\{[\s\S]*\}$/.test(plain)) {
    const pairs = splitTop(plain.slice(1, -1)).map((part) => {
      const at = part.indexOf(':')
      return at < 0 ? null : ([part.slice(0, at).trim(), readExpression(part.slice(at + 1))] as const)
    })
    return pairs.includes(null) ? plain : Object.fromEntries(pairs.filter((pair) => pair !== null))
  }
  if (/^\[[\s\S]*\]$/.test(plain)) return splitTop(plain.slice(1, -1)).map(readExpression)
  if (/^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(plain)) return Number(plain)
  return plain === 'true' ? true : plain === 'false' ? false : plain
}

/** A name that none of these has. */
export const freeName = (entries: readonly (readonly [string, unknown])[]): string => {
  for (let n = entries.length + 1; ; n++) if (!entries.some(([one]) => one === `x${n}`)) return `x${n}`
}
