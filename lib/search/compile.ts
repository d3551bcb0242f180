import type { CardId, ConceptId, DeckId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { Ledger } from '@/lib/schedule/ledger'
import { ratedIds, withMistake } from '@/lib/schedule/reviewed-cards'
import type { Comparison, Property, Query, Standing, Term } from './query'

/** What can be searched of a card. */
export interface SearchCard {
  readonly id: CardId
  readonly deck: DeckId
  readonly deckTitle: string
  readonly type: string
  readonly concepts: readonly ConceptId[]
  readonly tags: readonly string[]
  /** Its words, small letters. */
  readonly text: string
}

/** What a search knows besides the cards. */
export interface SearchGround {
  readonly today: number
  /** ms since 1970. */
  readonly now: number
  readonly ledger: Ledger
  /** Chance of recalling a card today; null for a new one. */
  readonly recall: (card: Pick<SearchCard, 'deck'>, state: CardState) => number | null
  /** Times forgotten at which a deck's card is called a leech. */
  readonly leechAfter: (deck: DeckId) => number
}

export type Fits = (card: SearchCard, state: CardState) => boolean

/** A search ready to be asked of many cards. */
export const compileSearch = (query: Query, ground: SearchGround): Fits => {
  switch (query.kind) {
    case 'all':
      return () => true
    case 'not': {
      const part = compileSearch(query.part, ground)
      return (card, state) => !part(card, state)
    }
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => compileSearch(part, ground))
      return query.kind === 'and'
        ? (card, state) => parts.every((part) => part(card, state))
        : (card, state) => parts.some((part) => part(card, state))
    }
    case 'term':
      return compileTerm(query.term, ground)
  }
}

/**
 * Whether the parts stand in the text one after the other, each as early as it can. A regular expression would try every
 * place of every star: a dozen of them and a page of text are never done.
 */
const inOrder = (parts: readonly string[], text: string): boolean => {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

/** `*` stands for anything; without one the whole must be equal. */
const matcher = (pattern: string): ((text: string) => boolean) => {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const last = rest.pop()
  if (last === undefined) return (text) => text.toLowerCase() === first
  return (given) => {
    const text = given.toLowerCase()
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false
    return inOrder(rest, text.slice(first.length, text.length - last.length))
  }
}

/** A name fits itself and what lies below it: `cnn` fits `cnn::pooling`. */
const below = (pattern: string): ((name: string) => boolean) => {
  const self = matcher(pattern)
  const inside = matcher(`${pattern}::*`)
  return (name) => self(name) || inside(name)
}

const words = (pattern: string): ((text: string) => boolean) => {
  const parts = pattern.toLowerCase().split('*')
  return (text) => inOrder(parts, text)
}

const compileTerm = (term: Term, ground: SearchGround): Fits => {
  const { today, ledger } = ground
  switch (term.on) {
    case 'deck': {
      const fits = below(term.pattern)
      return (card) => fits(card.deck) || fits(card.deckTitle)
    }
    case 'tag': {
      if (term.pattern.toLowerCase() === 'none') return (card) => card.tags.length === 0
      const fits = below(term.pattern)
      return (card) => card.tags.some(fits)
    }
    case 'concept': {
      const fits = matcher(term.pattern)
      return (card) => card.concepts.some(fits)
    }
    case 'type': {
      const fits = matcher(term.pattern)
      return (card) => fits(card.type)
    }
    case 'text': {
      const fits = words(term.pattern)
      return (card) => fits(card.text)
    }
    case 'mistake': {
      const made = withMistake(ledger, matcher(term.pattern))
      return (card) => made.has(card.id)
    }
    case 'rated': {
      const rated = ratedIds(ledger, today - term.days + 1, today, term.grade)
      return (card) => rated.has(card.id)
    }
    case 'introduced':
      return (_card, { introducedDay: day }) => day !== null && day > today - term.days && day <= today
    case 'flag':
      return (_card, state) => state.flag === term.flag
    case 'is':
      return standingOf(term.standing, ground)
    case 'prop': {
      const { property, comparison, value } = term
      return (card, state) => {
        const own = propertyOf(property, card, state, ground)
        return own !== null && compared(own, comparison, value)
      }
    }
  }
}

const standingOf = (standing: Standing, { today, now, leechAfter }: SearchGround): Fits => {
  const buried = (state: CardState) => state.buriedUntil !== null && state.buriedUntil > today
  switch (standing) {
    case 'new':
      return (_card, { memory }) => memory.kind === 'new'
    case 'learn':
      return (_card, { memory }) => memory.kind === 'learning' || memory.kind === 'relearning'
    case 'review':
      return (_card, { memory }) => memory.kind === 'review'
    case 'due':
      return (_card, state) => {
        const { memory } = state
        if (state.suspended || buried(state) || memory.kind === 'new') return false
        return memory.kind === 'review' ? memory.dueDay <= today : memory.dueAt <= now
      }
    case 'suspended':
      return (_card, state) => state.suspended
    case 'buried':
      return (_card, state) => buried(state)
    case 'flagged':
      return (_card, state) => state.flag > 0
    case 'leech':
      return (card, state) => state.lapses >= leechAfter(card.deck)
  }
}

/** Null where a card has no such property: it fits no comparison, `!=` included. */
const propertyOf = (
  property: Property,
  card: SearchCard,
  state: CardState,
  { recall, today }: SearchGround,
): number | null => {
  const { memory } = state
  switch (property) {
    case 'reps':
      return state.reps
    case 'lapses':
      return state.lapses
    case 's':
      return memory.kind === 'new' ? null : memory.stability
    case 'd':
      return memory.kind === 'new' ? null : memory.difficulty
    case 'r':
      return recall(card, state)
    case 'ivl':
      return memory.kind === 'review' ? memory.intervalDays : null
    case 'due':
      return memory.kind === 'review' ? memory.dueDay - today : null
  }
}

const compared = (own: number, comparison: Comparison, value: number): boolean => {
  switch (comparison) {
    case '<':
      return own < value
    case '<=':
      return own <= value
    case '>':
      return own > value
    case '>=':
      return own >= value
    case '=':
      return own === value
    case '!=':
      return own !== value
  }
}
