import type { Language } from '@/lib/core/language'
import type { Cloze } from './math'
import { accentWords, commandWords, looksOnly, rangeWords, type Spoken, signWords, silent } from './speak-words'

const tokens = /\\[a-zA-Z]+\*?|\\[\s\S]|\d+(?:\.\d+)?|[\s\S]/g

const powers: { readonly [power: string]: Spoken } = {
  '2': { en: 'squared', zh: '的平方' },
  '3': { en: 'cubed', zh: '的立方' },
  T: { en: 'transpose', zh: '转置' },
  transpose: { en: 'transpose', zh: '转置' },
  转置: { en: 'transpose', zh: '转置' },
  'minus 1': { en: 'inverse', zh: '的负一次方' },
  '减 1': { en: 'inverse', zh: '的负一次方' },
  prime: { en: 'prime', zh: '撇' },
}

/** Deeper nesting than any formula on a page is not said: a bound, not a style. */
const deepest = 40

/** A formula in words, for screen readers and read-aloud: plain, not complete. Never fails: what it does not know it names. */
export const speak = (tex: string, language: Language, cloze: Cloze = 'none'): string => {
  const list = (tex.match(tokens) ?? []).filter((token) => token.trim() !== '')
  let at = 0
  const pick = (spoken: Spoken) => spoken[language]
  const isEnglish = language === 'en'

  const rawGroup = (): string => {
    if (list[at] !== '{') return list[at++] ?? ''
    let depth = 0
    const start = at
    do {
      if (list[at] === '{') depth++
      else if (list[at] === '}') depth--
      at++
    } while (depth > 0 && at < list.length)
    return list.slice(start + 1, at - 1).join('')
  }

  const argument = (depth: number): string => {
    // What is nested too deeply is stepped over: thousands of signs that each want another would exhaust the stack.
    if (depth > deepest) {
      rawGroup()
      return ''
    }
    if (list[at] !== '{') return atom(depth + 1)
    at++
    const inside = sequence(depth + 1, '}')
    at++
    return inside
  }

  const optional = (depth: number): string | null => {
    if (list[at] !== '[' || depth > deepest) return null
    at++
    const inside = sequence(depth + 1, ']')
    at++
    return inside
  }

  const scripts = (depth: number) => {
    let sub: string | null = null
    let sup: string | null = null
    while (list[at] === '_' || list[at] === '^') {
      const kind = list[at++]
      if (kind === '_') sub = argument(depth)
      else sup = argument(depth)
    }
    return { sub, sup }
  }

  const withScripts = (base: string, depth: number): string => {
    const { sub, sup } = scripts(depth)
    const low = sub === null ? base : isEnglish ? `${base} sub ${sub}` : `${base} 下标 ${sub}`
    if (sup === null) return low
    const known = powers[sup]
    if (known !== undefined) return `${low} ${pick(known)}`
    return isEnglish ? `${low} to the power ${sup}` : `${low} 的 ${sup} 次方`
  }

  const ranged = (words: { readonly alone: Spoken; readonly over: Spoken }, depth: number): string => {
    const { sub, sup } = scripts(depth)
    if (sub === null && sup === null) return pick(words.alone)
    const range = sup === null ? (sub ?? '') : isEnglish ? `${sub ?? ''} to ${sup}` : `${sub ?? ''} 到 ${sup}`
    return pick(words.over).replace('$', () => range)
  }

  const fraction = (depth: number): string => {
    const above = argument(depth)
    const below = argument(depth)
    return isEnglish ? `${above} over ${below}` : `${below} 分之 ${above}`
  }

  const root = (depth: number): string => {
    const degree = optional(depth)
    const of = argument(depth)
    if (degree === null) return isEnglish ? `the square root of ${of}` : `根号 ${of}`
    return isEnglish ? `the root of degree ${degree} of ${of}` : `${of} 的 ${degree} 次方根`
  }

  const gap = (depth: number): string => {
    const inside = argument(depth)
    return cloze === 'closed' ? (isEnglish ? 'blank' : '空格') : inside
  }

  const command = (name: string, depth: number): string => {
    if (name === 'frac' || name === 'dfrac' || name === 'tfrac') return fraction(depth)
    if (name === 'sqrt') return root(depth)
    if (name === 'cloze') return gap(depth)
    if (name === 'begin' || name === 'end') {
      rawGroup()
      return ''
    }
    if (name.startsWith('text') || name === 'mbox') return rawGroup()
    if (name === 'color' || name === 'hspace') {
      rawGroup()
      return ''
    }
    if (silent.has(name)) {
      if ((name === 'left' || name === 'right') && list[at] === '.') at++
      return ''
    }
    const ranges = rangeWords[name]
    if (ranges !== undefined) return ranged(ranges, depth)
    const accent = accentWords[name]
    if (accent !== undefined) return `${argument(depth)} ${pick(accent)}`
    if (looksOnly.has(name.replace('*', ''))) return argument(depth)
    const word = commandWords[name]
    return word === undefined ? name : pick(word)
  }

  const atom = (depth: number): string => {
    const token = list[at++]
    if (token === undefined || depth > deepest) return ''
    if (token === '{') {
      const inside = sequence(depth + 1, '}')
      at++
      return inside
    }
    if (token.startsWith('\\') && token.length > 1) return command(token.slice(1), depth)
    const sign = signWords[token]
    return sign === undefined ? token : pick(sign)
  }

  const sequence = (depth: number, until: string | null): string => {
    const parts: string[] = []
    while (at < list.length && list[at] !== until) {
      const part = withScripts(atom(depth), depth)
      if (part.trim() !== '') parts.push(part)
    }
    return parts.join(' ')
  }

  return sequence(0, null)
    .replace(/\s+/g, ' ')
    .replace(/ ([,;，；)])/g, '$1')
    .replace(/\( /g, '(')
    .trim()
}
