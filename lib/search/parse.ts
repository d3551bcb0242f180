import { type Fault, fault } from './fault'
import type { Query } from './query'
import { readTerm } from './read-term'
import { readTokens } from './tokens'

export interface Parsed {
  /** What could be understood; what could not is left out. */
  readonly query: Query
  readonly faults: readonly Fault[]
}

/** Brackets deeper than this are nobody's search. */
const deepest = 100

/**
 * Reads a search. Words side by side must all fit; `or` joins alternatives and binds less tightly; `-` stands before what
 * must not fit; brackets group.
 */
export const parseSearch = (text: string): Parsed => {
  const { tokens, faults: first } = readTokens(text)
  const faults: Fault[] = [...first]
  let at = 0
  let depth = 0

  const either = (): Query => {
    const parts = [all()]
    while (tokens[at]?.kind === 'or') {
      const sign = tokens[at++]
      const part = all()
      if (sign && (part.kind === 'all' || parts.some((one) => one.kind === 'all'))) faults.push(fault(sign, 'or'))
      parts.push(part)
    }
    const real = parts.filter((part) => part.kind !== 'all')
    return joined('or', real)
  }

  const all = (): Query => {
    const parts: Query[] = []
    for (;;) {
      const kind = tokens[at]?.kind
      if (kind === undefined || kind === 'or' || (kind === 'close' && depth > 0)) break
      const part = one()
      if (part) parts.push(part)
    }
    return joined('and', parts)
  }

  const one = (): Query | null => {
    const token = tokens[at++]
    switch (token?.kind) {
      case undefined:
      case 'or':
      case 'and':
        return null
      case 'close':
        faults.push(fault(token, 'close'))
        return null
      case 'not': {
        const next = tokens[at]
        if (!next || next.kind === 'or' || next.kind === 'and' || next.kind === 'close') {
          faults.push(fault(token, 'not'))
          return null
        }
        // `--x` is x: a chain of signs may be long and costs no depth.
        let negated = true
        while (tokens[at]?.kind === 'not') {
          negated = !negated
          at++
        }
        const part = one()
        return part && (negated ? { kind: 'not', part } : part)
      }
      case 'open': {
        if (depth >= deepest) return tooDeep(token)
        depth++
        const inner = either()
        depth--
        if (tokens[at]?.kind === 'close') at++
        else faults.push(fault(token, 'open'))
        if (inner.kind === 'all') {
          faults.push(fault(token, 'nothing'))
          return null
        }
        return inner
      }
      case 'word': {
        const term = readTerm(token)
        if (term.ok) return { kind: 'term', term: term.value }
        faults.push(term.error)
        return null
      }
    }
  }

  const tooDeep = (token: { readonly from: number; readonly to: number }): null => {
    faults.push(fault(token, 'deep'))
    at = tokens.length
    return null
  }

  const query = either()
  return { query, faults: [...faults].sort((a, b) => a.from - b.from) }
}

const joined = (kind: 'and' | 'or', parts: readonly Query[]): Query => {
  const [only] = parts
  if (!only) return { kind: 'all' }
  return parts.length === 1 ? only : { kind, parts }
}
