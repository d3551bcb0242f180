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

/** Where the reading stands, and what it has found. One object a text: it is read a hundred thousand times in long notes. */
class Reading {
  readonly tokens: Token[] = []
  i = 0
  private start = 0
  private readonly missing = new Set<string>()

  constructor(private readonly raw: string) {}

  flush(to: number): void {
    if (to > this.start) this.tokens.push({ kind: 'text', from: this.start, to, value: this.raw.slice(this.start, to) })
  }

  push(token: Token): void {
    this.flush(token.from)
    this.tokens.push(token.kind === 'math' ? { ...token, shown: `$${repairTex(token.value)}$` } : token)
    this.i = token.to
    this.start = this.i
  }

  /** Where `closer` comes next; asked once more only while it still comes. */
  find(closer: string, from: number): number {
    if (this.missing.has(closer)) return -1
    const found = this.raw.indexOf(closer, from)
    if (found < 0) this.missing.add(closer)
    return found
  }

  enclosed(kind: 'math' | 'code', opener: number, closer: string): boolean {
    const end = this.find(closer, this.i + opener)
    if (end < 0) return false
    const value = this.raw.slice(this.i + opener, end).trim()
    if (value === '') return false
    this.push({ kind, from: this.i, to: end + closer.length, value })
    return true
  }
}

/** Reads prose from left to right, once. A sign without its partner is an ordinary character. */
export const readTokens = (raw: string): Token[] => {
  const on = new Reading(raw)
  while (on.i < raw.length) {
    const c = raw.charAt(on.i)
    const next = raw.charAt(on.i + 1)
    if (c === '\\') {
      if (next === '(' && on.enclosed('math', 2, '\\)')) continue
      if (next === '[' && on.enclosed('math', 2, '\\]')) continue
      // Notes written for a second escape: \\( ... \\)
      if (next === '\\' && raw.charAt(on.i + 2) === '(' && on.enclosed('math', 3, '\\\\)')) continue
      if (/[!-/:-@[-`{-~]/.test(next)) on.push({ kind: 'escape', from: on.i, to: on.i + 2, value: next })
      else on.i++
      continue
    }
    if (c === '$') {
      if (next === '$') {
        if (on.enclosed('math', 2, '$$')) continue
        on.i += 2
        continue
      }
      const end = next === '' || /\s/.test(next) ? -1 : on.find('$', on.i + 1)
      const inner = end < 0 ? '' : raw.slice(on.i + 1, end)
      const price = /^\d/.test(raw.slice(end + 1, end + 2)) || /\s$/.test(inner)
      if (end > on.i + 1 && !inner.includes('\n\n') && !price)
        on.push({ kind: 'math', from: on.i, to: end + 1, value: inner.trim() })
      else on.i++
      continue
    }
    if (c === '`') {
      let length = 1
      while (raw.charAt(on.i + length) === '`') length++
      if (!on.enclosed('code', length, '`'.repeat(length))) on.i += length
      continue
    }
    if (c === '!' || c === '[') {
      const picture = c === '!' ? at(image, raw, on.i) : null
      if (picture !== null) {
        const tex = drawnFormula(picture[2] ?? '')
        on.push({
          kind: tex === null ? 'image' : 'math',
          from: on.i,
          to: on.i + picture[0].length,
          value: tex ?? picture[1] ?? '',
          url: picture[2] ?? '',
        })
        continue
      }
      const named = at(wiki, raw, on.i)
      if (named !== null) {
        const inside = named[0].startsWith('!')
        on.push({
          kind: inside ? 'image' : 'link',
          from: on.i,
          to: on.i + named[0].length,
          value: inside ? '' : (named[2] ?? named[1]?.replace(/#.*/, '') ?? ''),
          url: named[1] ?? '',
        })
        continue
      }
      const linked = c === '[' ? at(link, raw, on.i) : null
      if (linked !== null)
        on.push({ kind: 'link', from: on.i, to: on.i + linked[0].length, value: linked[1] ?? '', url: linked[2] ?? '' })
      else on.i++
      continue
    }
    if (c === '<') {
      if (raw.startsWith('<!--', on.i)) {
        const end = on.find('-->', on.i + 4)
        if (end >= 0) {
          on.push({ kind: 'html', from: on.i, to: end + 3, value: '' })
          continue
        }
      }
      const address = at(autolink, raw, on.i)
      const html = address === null ? at(tag, raw, on.i) : null
      if (address !== null)
        on.push({ kind: 'link', from: on.i, to: on.i + address[0].length, value: '', url: address[1] ?? '' })
      else if (html !== null) {
        const picture = /^img\b/i.test(html[1] ?? '')
        on.push({
          kind: picture ? 'image' : 'html',
          from: on.i,
          to: on.i + html[0].length,
          value: picture ? (altText.exec(html[1] ?? '')?.[1] ?? '') : '',
          ...(picture ? { url: source.exec(html[1] ?? '')?.[1] ?? '' } : {}),
        })
      } else on.i++
      continue
    }
    if (c === 'h') {
      const address = at(bare, raw, on.i)
      if (address !== null)
        on.push({ kind: 'link', from: on.i, to: on.i + address[0].length, value: '', url: address[0] })
      else on.i++
      continue
    }
    if ((c === '*' && next === '*') || (c === '_' && next === '_')) {
      if (/\s/.test(raw.charAt(on.i - 1)) && /\s/.test(raw.charAt(on.i + 2))) on.i += 2
      else if (c === '_' && word.test(raw.charAt(on.i - 1)) && word.test(raw.charAt(on.i + 2))) on.i += 2
      else on.push({ kind: 'strong', from: on.i, to: on.i + 2, value: c })
      continue
    }
    if (c === '*' || c === '_') {
      const before = raw.charAt(on.i - 1)
      const product = /[\dA-Za-z)]/.test(before) && /[\dA-Za-z(]/.test(next)
      const spaced = (before === '' || /\s/.test(before)) && (next === '' || /\s/.test(next))
      if (c === '*' && !product && !spaced) on.push({ kind: 'soft', from: on.i, to: on.i + 1, value: c })
      else if (c === '_' && !word.test(before) && word.test(next))
        on.push({ kind: 'soft', from: on.i, to: on.i + 1, value: c })
      else if (c === '_' && word.test(before) && !word.test(next))
        on.push({ kind: 'soft', from: on.i, to: on.i + 1, value: c })
      else on.i++
      continue
    }
    if (c === '=' && next === '=') {
      let length = 2
      while (raw.charAt(on.i + length) === '=') length++
      if (length === 2 && !/\s/.test(raw.charAt(on.i + 2) || ' ') !== !/\s/.test(raw.charAt(on.i - 1) || ' '))
        on.push({ kind: 'mark', from: on.i, to: on.i + 2, value: '==' })
      else if (
        length === 2 &&
        raw.charAt(on.i + 2) !== '' &&
        !/\s/.test(raw.charAt(on.i + 2)) &&
        !/\s/.test(raw.charAt(on.i - 1))
      )
        on.push({ kind: 'mark', from: on.i, to: on.i + 2, value: '==' })
      else on.i += length
      continue
    }
    if (c === '~' && next === '~') {
      on.push({ kind: 'soft', from: on.i, to: on.i + 2, value: '~' })
      continue
    }
    on.i++
  }
  on.flush(raw.length)
  return on.tokens
}
