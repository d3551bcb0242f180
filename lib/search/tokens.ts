import { type Fault, fault } from './fault'

export interface Span {
  readonly from: number
  readonly to: number
}

export type Token =
  | (Span & { readonly kind: 'open' | 'close' | 'not' | 'or' | 'and' })
  /** `field` is null for a word that stands alone. */
  | (Span & {
      readonly kind: 'word'
      readonly field: string | null
      readonly value: string
      readonly valueFrom: number
    })

/** What an input method for Chinese types in their place. One unit for one, so that positions stay. */
const plainFor: { readonly [wide: string]: string } = {
  '（': '(',
  '）': ')',
  '：': ':',
  '“': '"',
  '”': '"',
  '－': '-',
  '＊': '*',
  '＜': '<',
  '＞': '>',
  '＝': '=',
  '　': ' ',
}
const plain = (text: string): string => text.replace(/[（）：“”－＊＜＞＝　]/g, (wide) => plainFor[wide] ?? wide)

const connectives: { readonly [word: string]: 'or' | 'and' } = { or: 'or', and: 'and', 或: 'or', 且: 'and' }

/** Splits a search into words, brackets and signs; an open quotation mark ends with the text. */
export const readTokens = (typed: string): { readonly tokens: readonly Token[]; readonly faults: readonly Fault[] } => {
  const text = plain(typed)
  const tokens: Token[] = []
  const faults: Fault[] = []
  let at = 0

  const quoted = (): string => {
    const from = at++
    let value = ''
    while (at < text.length && text[at] !== '"') {
      if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at++
      value += text[at++]
    }
    if (at >= text.length) faults.push(fault({ from, to: at }, 'quote'))
    at++
    return value
  }
  const bare = (end: RegExp): string => {
    const from = at
    while (at < text.length && !end.test(text[at] ?? '')) at++
    return text.slice(from, at)
  }

  while (at < text.length) {
    const from = at
    const sign = text[at] ?? ''
    if (/\s/.test(sign)) at++
    else if (sign === '(' || sign === ')') tokens.push({ kind: sign === '(' ? 'open' : 'close', from, to: ++at })
    else if (sign === '-') tokens.push({ kind: 'not', from, to: ++at })
    else if (sign === '"') {
      const value = quoted()
      tokens.push({ kind: 'word', field: null, value, valueFrom: from, from, to: Math.min(at, text.length) })
    } else {
      const word = bare(/[\s()":]/)
      if (text[at] === ':') {
        const valueFrom = ++at
        const value = text[at] === '"' ? quoted() : bare(/[\s()"]/)
        const to = Math.min(at, text.length)
        tokens.push({ kind: 'word', field: word.toLowerCase(), value, valueFrom, from, to })
      } else {
        const connective = connectives[word.toLowerCase()]
        if (connective) tokens.push({ kind: connective, from, to: at })
        else tokens.push({ kind: 'word', field: null, value: word, valueFrom: from, from, to: at })
      }
    }
  }
  return { tokens, faults }
}
