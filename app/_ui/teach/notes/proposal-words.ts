import type { CardFields } from '@/lib/importers/notes-markdown/proposal'

const wordsOf = (value: CardFields[string]): string =>
  typeof value === 'string'
    ? value
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/==([^=]+?)(?:::[^=]*)?==/g, '$1')
        .replace(/\*\*|==/g, '')
        .trim()
    : JSON.stringify(value)

/** The words of a folded card, without pictures and the marks of bold type and of gaps; the opened one is set. */
export const plainOf = (fields: CardFields): string =>
  Object.values(fields).slice(0, 2).map(wordsOf).join(' — ').slice(0, 300)
