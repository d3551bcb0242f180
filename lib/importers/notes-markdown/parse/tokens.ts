import { repairTex } from './repair-tex'

/** A piece of prose: `from` and `to` are places in the passage, `value` what it says without its signs. */
export interface Token {
  readonly kind: 'text' | 'math' | 'code' | 'strong' | 'soft' | 'image' | 'link' | 'html' | 'mark' | 'escape'
  readonly from: number
  readonly to: number
  readonly value: string
  /** A formula as a card shows it, made once. */
  readonly shown?: string
  /** Address of an image or a link. */
  readonly url?: string
}

const image =
  /!\[([^\][\n]{0,500})\]\(\s*<?([^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?)>?(?:[ \t]+["'][^"'\n]{0,300}["'])?\s*\)/y
const link =
  /\[((?:[^\][\\\n]|\\.){1,500})\]\(\s*<?([^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?)>?(?:[ \t]+["'][^"'\n]{0,300}["'])?\s*\)/y
const wiki = /!?\[\[([^\][|\n]{1,200})(?:\|([^\][\n]{1,200}))?\]\]/y
const autolink = /<(https?:\/\/[^\s<>]{1,2000})>/y
const tag = /<(\/?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:\s[^<>]{0,2000})?\/?)>/y
const bare = /https?:\/\/[^\s<>，。；、）)\]"'`]{1,2000}/y
const source = /\bsrc\s{0,5}=\s{0,5}["']?([^"'\s>]{1,500})/
const altText = /\balt\s{0,5}=\s{0,5}["']([^"'>]{1,500})/

/** What a remote formula image draws, as its address says; null for any other image. */
const drawnFormula = (url: string): string | null => {
  const found = /[?&]tex=([^&#]{1,500})/.exec(url)?.[1]
  if (found === undefined) return null
  try {
    return decodeURIComponent(found.replaceAll('+', ' '))
  } catch {
    return null
  }
}

const at = (pattern: RegExp, raw: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index
  return pattern.exec(raw)
}

const word = /[\p{L}\p{N}]/u

/** Reads prose from left to right, once. A sign without its partner is an ordinary character. */
export const readTokens = (raw: string): Token[] => {
  const tokens: Token[] = []
  const missing = new Set<string>()
  let start = 0
  let i = 0
  const flush = (to: number) => {
    if (to > start) tokens.push({ kind: 'text', from: start, to, value: raw.slice(start, to) })
  }
  const push = (token: Token) => {
    flush(token.from)
    tokens.push(token.kind === 'math' ? { ...token, shown: `$${repairTex(token.value)}$` } : token)
    i = token.to
    start = i
  }
  /** Where `closer` comes next; asked once more only while it still comes. */
  const find = (closer: string, from: number): number => {
    if (missing.has(closer)) return -1
    const found = raw.indexOf(closer, from)
    if (found < 0) missing.add(closer)
    return found
  }
  const enclosed = (kind: 'math' | 'code', opener: number, closer: string): boolean => {
    const end = find(closer, i + opener)
    if (end < 0) return false
    const value = raw.slice(i + opener, end).trim()
    if (value === '') return false
    push({ kind, from: i, to: end + closer.length, value })
    return true
  }
  while (i < raw.length) {
    const c = raw.charAt(i)
    const next = raw.charAt(i + 1)
    if (c === '\\') {
      if (next === '(' && enclosed('math', 2, '\\)')) continue
      if (next === '[' && enclosed('math', 2, '\\]')) continue
      // Notes written for a second escape: \\( ... \\)
      if (next === '\\' && raw.charAt(i + 2) === '(' && enclosed('math', 3, '\\\\)')) continue
      if (/[!-/:-@[-`{-~]/.test(next)) push({ kind: 'escape', from: i, to: i + 2, value: next })
      else i++
      continue
    }
    if (c === '$') {
      if (next === '$') {
        if (enclosed('math', 2, '$$')) continue
        i += 2
        continue
      }
      const end = next === '' || /\s/.test(next) ? -1 : find('$', i + 1)
      const inner = end < 0 ? '' : raw.slice(i + 1, end)
      const price = /^\d/.test(raw.slice(end + 1, end + 2)) || /\s$/.test(inner)
      if (end > i + 1 && !inner.includes('\n\n') && !price)
        push({ kind: 'math', from: i, to: end + 1, value: inner.trim() })
      else i++
      continue
    }
    if (c === '`') {
      let length = 1
      while (raw.charAt(i + length) === '`') length++
      if (!enclosed('code', length, '`'.repeat(length))) i += length
      continue
    }
    if (c === '!' || c === '[') {
      const picture = c === '!' ? at(image, raw, i) : null
      if (picture !== null) {
        const tex = drawnFormula(picture[2] ?? '')
        push({
          kind: tex === null ? 'image' : 'math',
          from: i,
          to: i + picture[0].length,
          value: tex ?? picture[1] ?? '',
          url: picture[2] ?? '',
        })
        continue
      }
      const named = at(wiki, raw, i)
      if (named !== null) {
        const inside = named[0].startsWith('!')
        push({
          kind: inside ? 'image' : 'link',
          from: i,
          to: i + named[0].length,
          value: inside ? '' : (named[2] ?? named[1]?.replace(/#.*/, '') ?? ''),
          url: named[1] ?? '',
        })
        continue
      }
      const linked = c === '[' ? at(link, raw, i) : null
      if (linked !== null)
        push({ kind: 'link', from: i, to: i + linked[0].length, value: linked[1] ?? '', url: linked[2] ?? '' })
      else i++
      continue
    }
    if (c === '<') {
      if (raw.startsWith('<!--', i)) {
        const end = find('-->', i + 4)
        if (end >= 0) {
          push({ kind: 'html', from: i, to: end + 3, value: '' })
          continue
        }
      }
      const address = at(autolink, raw, i)
      const html = address === null ? at(tag, raw, i) : null
      if (address !== null) push({ kind: 'link', from: i, to: i + address[0].length, value: '', url: address[1] ?? '' })
      else if (html !== null) {
        const picture = /^img\b/i.test(html[1] ?? '')
        push({
          kind: picture ? 'image' : 'html',
          from: i,
          to: i + html[0].length,
          value: picture ? (altText.exec(html[1] ?? '')?.[1] ?? '') : '',
          ...(picture ? { url: source.exec(html[1] ?? '')?.[1] ?? '' } : {}),
        })
      } else i++
      continue
    }
    if (c === 'h') {
      const address = at(bare, raw, i)
      if (address !== null) push({ kind: 'link', from: i, to: i + address[0].length, value: '', url: address[0] })
      else i++
      continue
    }
    if ((c === '*' && next === '*') || (c === '_' && next === '_')) {
      if (/\s/.test(raw.charAt(i - 1)) && /\s/.test(raw.charAt(i + 2))) i += 2
      else if (c === '_' && word.test(raw.charAt(i - 1)) && word.test(raw.charAt(i + 2))) i += 2
      else push({ kind: 'strong', from: i, to: i + 2, value: c })
      continue
    }
    if (c === '*' || c === '_') {
      const before = raw.charAt(i - 1)
      const product = /[\dA-Za-z)]/.test(before) && /[\dA-Za-z(]/.test(next)
      const spaced = (before === '' || /\s/.test(before)) && (next === '' || /\s/.test(next))
      if (c === '*' && !product && !spaced) push({ kind: 'soft', from: i, to: i + 1, value: c })
      else if (c === '_' && !word.test(before) && word.test(next)) push({ kind: 'soft', from: i, to: i + 1, value: c })
      else if (c === '_' && word.test(before) && !word.test(next)) push({ kind: 'soft', from: i, to: i + 1, value: c })
      else i++
      continue
    }
    if (c === '=' && next === '=') {
      let length = 2
      while (raw.charAt(i + length) === '=') length++
      if (length === 2 && !/\s/.test(raw.charAt(i + 2) || ' ') !== !/\s/.test(raw.charAt(i - 1) || ' '))
        push({ kind: 'mark', from: i, to: i + 2, value: '==' })
      else if (
        length === 2 &&
        raw.charAt(i + 2) !== '' &&
        !/\s/.test(raw.charAt(i + 2)) &&
        !/\s/.test(raw.charAt(i - 1))
      )
        push({ kind: 'mark', from: i, to: i + 2, value: '==' })
      else i += length
      continue
    }
    if (c === '~' && next === '~') {
      push({ kind: 'soft', from: i, to: i + 2, value: '~' })
      continue
    }
    i++
  }
  flush(raw.length)
  return tokens
}
