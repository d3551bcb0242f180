import { type Desk, type Mark, untouched } from '@/lib/client/notes/desk'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'

/** From which confidence on a proposal is usually usable as it is. */
export const sure = 0.8

/** What of the proposals is wanted. */
export interface ProposalFilter {
  /** A rule's name; `all` for every one. */
  readonly rule: string
  readonly confidence: 'all' | 'high' | 'low'
  readonly claim: 'all' | Proposal['claim']['kind']
  readonly decided: 'all' | 'open' | 'accepted' | 'dropped'
  /** What became of it since the notes were read before. */
  readonly change: 'all' | 'added' | 'changed' | 'moved'
}

export const everything: ProposalFilter = {
  rule: 'all',
  confidence: 'all',
  claim: 'all',
  decided: 'all',
  change: 'all',
}

type Marks = ReadonlyMap<string, Mark>

export const decidedOf = (marks: Marks, id: string): 'open' | 'accepted' | 'dropped' =>
  (marks.get(id) ?? untouched).decided ?? 'open'

/** The proposals that fit, in the order of the notes. */
export const fitting = ({ cards, changes }: Desk, marks: Marks, filter: ProposalFilter): readonly Proposal[] => {
  const among = filter.change === 'all' ? null : new Set(changes?.[filter.change] ?? [])
  return cards.filter(
    ({ id, rule, confidence, claim }) =>
      (filter.rule === 'all' || rule === filter.rule) &&
      (filter.confidence === 'all' || confidence >= sure === (filter.confidence === 'high')) &&
      (filter.claim === 'all' || claim.kind === filter.claim) &&
      (filter.decided === 'all' || decidedOf(marks, id) === filter.decided) &&
      (among === null || among.has(id)),
  )
}

/** Every rule that proposed something, with how often. */
export const ruleCounts = (cards: readonly Proposal[]): readonly (readonly [rule: string, count: number])[] => {
  const counts = new Map<string, number>()
  for (const { rule } of cards) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

/**
 * What "accept all of high confidence" takes: sure, undecided, nothing to look at twice. An erratum is never among them: what
 * the notes get wrong becomes a card only by hand.
 */
export const acceptable = (cards: readonly Proposal[], marks: Marks): readonly Proposal[] =>
  cards.filter(
    ({ id, confidence, claim, concerns }) =>
      confidence >= sure && claim.kind !== 'erratum' && concerns.length === 0 && decidedOf(marks, id) === 'open',
  )

export const tally = (cards: readonly Proposal[], marks: Marks) => {
  const count = { open: 0, accepted: 0, dropped: 0 }
  for (const { id } of cards) count[decidedOf(marks, id)]++
  return count
}
