import type { Proposal } from '../proposal'
import { shingles, similarity } from './similarity'

/** What of a proposal tells whether it is still the same one. */
export type Known = Pick<Proposal, 'id' | 'type' | 'rule' | 'heading' | 'fields'> & {
  readonly source: { readonly text: string }
}

/** Ids by what became of them since an earlier run. */
export interface Changes {
  readonly added: readonly string[]
  /** Says something else than before. */
  readonly changed: readonly string[]
  /** Says the same in another place or order. */
  readonly moved: readonly string[]
  readonly gone: readonly string[]
}

/** Share of common text from which an edited card is still the same card. */
const sameCard = 0.4

const saysOf = ({ fields, source }: Known): string => `${JSON.stringify(fields)} ${source.text}`

interface Pair {
  readonly before: Known
  readonly after: Proposal
  readonly alike: number
}

/** Cards whose wording was edited so much that their id no longer fits, matched to what they were. */
const matchEdited = (before: readonly Known[], after: readonly Proposal[]): ReadonlyMap<string, string> => {
  const old = before.map((card) => ({ card, pieces: shingles(saysOf(card)) }))
  const pairs: Pair[] = []
  for (const card of after) {
    const pieces = shingles(saysOf(card))
    for (const each of old) {
      if (each.card.type !== card.type) continue
      const alike = similarity(pieces, each.pieces) + (each.card.rule === card.rule ? 0.001 : 0)
      if (alike >= sameCard) pairs.push({ before: each.card, after: card, alike })
    }
  }
  pairs.sort((a, b) => b.alike - a.alike)
  const ids = new Map<string, string>()
  const used = new Set<string>()
  for (const { before: from, after: to } of pairs) {
    if (ids.has(to.id) || used.has(from.id)) continue
    ids.set(to.id, from.id)
    used.add(from.id)
  }
  return ids
}

/** Members of a longest run that kept its order: everything else has moved. */
const inOrder = (places: readonly number[]): ReadonlySet<number> => {
  const tails: number[] = []
  const before: number[] = []
  places.forEach((place, i) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = i
  })
  const kept = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}

/** Gives edited cards the ids they had and tells what changed since `before`. */
export const reconcile = (
  before: readonly Known[],
  after: readonly Proposal[],
): { readonly cards: readonly Proposal[]; readonly changes: Changes } => {
  const known = new Map(before.map((card, place) => [card.id, { card, place }]))
  const fresh = new Set(after.map(({ id }) => id))
  const edited = matchEdited(
    before.filter(({ id }) => !fresh.has(id)),
    after.filter(({ id }) => !known.has(id)),
  )
  const cards = after.map((card) => ({ ...card, id: edited.get(card.id) ?? card.id }))
  const says = ({ type, fields }: Known): string => JSON.stringify([type, fields])
  const kept = cards.flatMap((card) => {
    const was = known.get(card.id)
    return was === undefined ? [] : [{ card, was, same: says(card) === says(was.card) }]
  })
  const alike = kept.filter(({ same }) => same)
  const stayed = inOrder(alike.map(({ was }) => was.place))
  const moved = alike.filter(
    ({ card, was }, i) => !stayed.has(i) || was.card.heading.join('\n') !== card.heading.join('\n'),
  )
  const present = new Set(cards.map(({ id }) => id))
  return {
    cards,
    changes: {
      added: cards.filter(({ id }) => !known.has(id)).map(({ id }) => id),
      changed: kept.filter(({ same }) => !same).map(({ card }) => card.id),
      moved: moved.map(({ card }) => card.id),
      gone: before.filter(({ id }) => !present.has(id)).map(({ id }) => id),
    },
  }
}
