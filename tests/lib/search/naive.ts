import { grades } from '@/lib/core/grade'
import type { Rng } from '@/lib/core/rng'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { standing } from '@/lib/schedule/standing'
import { studyDay } from '@/lib/schedule/study-day'
import type { SearchCard, SearchGround } from '@/lib/search/compile'
import { comparisons, properties, type Query, standings, type Term } from '@/lib/search/query'

/** A name against a pattern with `*`, by trying every way to cut it. */
const like = (name: string, pattern: string): boolean => {
  if (pattern === '') return name === ''
  if (pattern[0] === '*')
    return Array.from({ length: name.length + 1 }, (_, i) => i).some((i) => like(name.slice(i), pattern.slice(1)))
  return name !== '' && name[0]?.toLowerCase() === pattern[0]?.toLowerCase() && like(name.slice(1), pattern.slice(1))
}

/** What a search means, told from the events themselves, one card and one word at a time. */
export const naive = (
  query: Query,
  card: SearchCard,
  state: CardState,
  events: readonly ReviewEvent[],
  ground: SearchGround,
): boolean => {
  const ask = (part: Query) => naive(part, card, state, events, ground)
  if (query.kind === 'all') return true
  if (query.kind === 'not') return !ask(query.part)
  if (query.kind === 'term') return naiveTerm(query.term, card, state, events, ground)
  return query.kind === 'and' ? query.parts.every(ask) : query.parts.some(ask)
}

const naiveTerm = (
  term: Term,
  card: SearchCard,
  state: CardState,
  events: readonly ReviewEvent[],
  { today, now, recall }: SearchGround,
): boolean => {
  const { memory } = state
  const graded = standing(events.filter((event) => event.cardId === card.id)).deeds.flatMap((deed) =>
    deed.kind === 'grade' ? [deed] : [],
  )
  switch (term.on) {
    case 'deck':
      return [card.deck, card.deckTitle].some((name) => like(name, term.pattern) || like(name, `${term.pattern}::*`))
    case 'tag':
      if (term.pattern === 'none') return card.tags.length === 0
      return card.tags.some((name) => like(name, term.pattern) || like(name, `${term.pattern}::*`))
    case 'concept':
      return card.concepts.some((name) => like(name, term.pattern))
    case 'type':
      return like(card.type, term.pattern)
    case 'text':
      return like(card.text, `*${term.pattern}*`)
    case 'mistake':
      return graded.some(({ mistake }) => mistake !== null && like(mistake, term.pattern))
    case 'rated':
      return graded.some((deed) => {
        const ago = today - studyDay(deed)
        return ago >= 0 && ago < term.days && (term.grade === null || deed.grade === term.grade)
      })
    case 'introduced':
      return state.introducedDay !== null && today - state.introducedDay < term.days && state.introducedDay <= today
    case 'flag':
      return state.flag === term.flag
    case 'is': {
      const buried = state.buriedUntil !== null && state.buriedUntil > today
      const waits = memory.kind === 'review' ? memory.dueDay <= today : memory.kind !== 'new' && memory.dueAt <= now
      return {
        new: memory.kind === 'new',
        learn: memory.kind === 'learning' || memory.kind === 'relearning',
        review: memory.kind === 'review',
        due: waits && !state.suspended && !buried,
        suspended: state.suspended,
        buried,
        flagged: state.flag !== 0,
        leech: state.lapses >= 2,
      }[term.standing]
    }
    case 'prop': {
      const own = {
        s: memory.kind === 'new' ? null : memory.stability,
        d: memory.kind === 'new' ? null : memory.difficulty,
        r: recall(card, state),
        ivl: memory.kind === 'review' ? memory.intervalDays : null,
        due: memory.kind === 'review' ? memory.dueDay - today : null,
        reps: state.reps,
        lapses: state.lapses,
      }[term.property]
      if (own === null) return false
      const { value } = term
      const told = { '<': own < value, '<=': own <= value, '>': own > value, '>=': own >= value, '=': own === value }
      return term.comparison === '!=' ? own !== value : told[term.comparison]
    }
  }
}

const pick = <T>(rng: Rng, list: readonly T[]): T => {
  const found = list[rng.integer(0, list.length - 1)]
  if (found === undefined) throw new Error('picked from nothing')
  return found
}

const patterns = [
  'deck',
  'DECK',
  'Image models',
  'Im*',
  'a::b',
  'a',
  'none',
  'hinge-loss',
  '*loss*',
  'basic',
  'slip',
  '*',
  'a.b',
]

export const randomTerm = (rng: Rng): Term => {
  const on = pick(rng, [
    'deck',
    'tag',
    'concept',
    'type',
    'mistake',
    'text',
    'is',
    'flag',
    'prop',
    'rated',
    'introduced',
  ] as const)
  switch (on) {
    case 'is':
      return { on, standing: pick(rng, standings) }
    case 'flag':
      return { on, flag: rng.integer(0, 7) }
    case 'prop':
      return {
        on,
        property: pick(rng, properties),
        comparison: pick(rng, comparisons),
        value: pick(rng, [-3, 0, 0.5, 0.9, 1, 3, 10, 2.25]),
      }
    case 'rated':
      return { on, days: pick(rng, [1, 3, 7, 60]), grade: pick(rng, [null, ...grades]) }
    case 'introduced':
      return { on, days: pick(rng, [1, 7, 90]) }
    default:
      return { on, pattern: pick(rng, patterns) }
  }
}

export const randomQuery = (rng: Rng, depth: number): Query => {
  const draw = depth === 0 ? 9 : rng.integer(0, 9)
  if (draw > 5) return { kind: 'term', term: randomTerm(rng) }
  if (draw < 2) return { kind: 'not', part: randomQuery(rng, depth - 1) }
  const parts = Array.from({ length: rng.integer(2, 3) }, () => randomQuery(rng, depth - 1))
  return { kind: draw < 4 ? 'and' : 'or', parts }
}

const quoted = (text: string) => (/[\s()":]/.test(text) ? `"${text}"` : text)

/** A search as a person might type it. */
export const write = (query: Query, rng: Rng): string => {
  switch (query.kind) {
    case 'all':
      return ''
    case 'not':
      return `-${bracketed(query.part, rng)}`
    case 'and':
      return query.parts.map((part) => bracketed(part, rng)).join(pick(rng, [' ', '  ', ' and ', ' AND ']))
    case 'or':
      return query.parts.map((part) => bracketed(part, rng)).join(pick(rng, [' or ', ' OR ', ' 或 ']))
    case 'term':
      return writeTerm(query.term, rng)
  }
}
const bracketed = (query: Query, rng: Rng) =>
  query.kind === 'and' || query.kind === 'or'
    ? pick(rng, [`(${write(query, rng)})`, `（ ${write(query, rng)}）`])
    : write(query, rng)

const writeTerm = (term: Term, rng: Rng): string => {
  const colon = pick(rng, [':', '：'])
  switch (term.on) {
    case 'text':
      return pick(rng, [`"${term.pattern}"`, `text${colon}${quoted(term.pattern)}`])
    case 'is':
      return `is${colon}${term.standing}`
    case 'flag':
      return `flag${colon}${term.flag}`
    case 'prop':
      return `prop${colon}${term.property}${term.comparison}${term.value}`
    case 'rated':
      return `rated${colon}${term.days}${term.grade === null ? '' : `:${pick(rng, [term.grade, String(grades.indexOf(term.grade) + 1)])}`}`
    case 'introduced':
      return `introduced${colon}${term.days}`
    default:
      return `${term.on}${colon}${quoted(term.pattern)}`
  }
}
