import { type Decoder, integer, list, literal, object, tagged, text } from '@/lib/core/decode'

/** How fast a class learns a deck. Days are whole days since 1970. */
export type Pace =
  /** As the learner's own plan lets new cards in, with no date. */
  | { readonly kind: 'own' }
  /** So many new cards a week, from a day on. */
  | { readonly kind: 'weekly'; readonly cards: number; readonly from: number }
  /** Every card of a section begun by the end of a day. */
  | {
      readonly kind: 'dates'
      readonly from: number
      readonly sections: readonly { readonly section: string; readonly by: number }[]
    }

/** Up to the year 2200. */
const day = integer(0, 84_000)

export const decodePace: Decoder<Pace> = tagged<Pace>('kind', {
  own: object<Extract<Pace, { kind: 'own' }>>({ kind: literal('own') }),
  weekly: object<Extract<Pace, { kind: 'weekly' }>>({ kind: literal('weekly'), cards: integer(1, 500), from: day }),
  dates: object<Extract<Pace, { kind: 'dates' }>>({
    kind: literal('dates'),
    from: day,
    sections: list(object({ section: text(200, /^\S+$/), by: day }), 500),
  }),
})

/** A card of a deck as a pace sees it. */
export interface PacedCard {
  readonly section: string | null
  /** Had been begun when the day began. */
  readonly begun: boolean
}

/** Nobody is handed more than this many new cards a day by a class, however far behind. */
export const mostADay = 40

const dueSections = (pace: Extract<Pace, { kind: 'dates' }>, before: number): ReadonlySet<string> =>
  new Set(pace.sections.filter(({ by }) => by < before).map(({ section }) => section))

/**
 * Of a deck's cards those that a pace wanted begun before `today`, and how many of them are. Whoever has begun others is as
 * far by the week, but not by dates: those name the sections.
 */
export const pacedUntil = (
  pace: Pace,
  cards: readonly PacedCard[],
  today: number,
): { readonly wanted: number; readonly begun: number } => {
  const begun = cards.filter((card) => card.begun).length
  if (pace.kind === 'own') return { wanted: 0, begun }
  if (pace.kind === 'weekly') {
    const wanted = Math.min(cards.length, Math.floor((pace.cards * Math.max(0, today - pace.from)) / 7))
    return { wanted, begun: Math.min(begun, wanted) }
  }
  const due = dueSections(pace, today)
  const named = cards.filter(({ section }) => section !== null && due.has(section))
  return { wanted: named.length, begun: named.filter((card) => card.begun).length }
}

/**
 * New cards that a pace asks for on `today`, null where it asks for none in particular. By the week it makes up what is
 * missing, up to `mostADay`; by dates it spreads what is left evenly over the days left, the most pressing date deciding.
 */
export const pacedToday = (pace: Pace, cards: readonly PacedCard[], today: number): number | null => {
  if (pace.kind === 'own') return null
  if (today < pace.from) return 0
  if (pace.kind === 'weekly') {
    const wanted = Math.ceil((pace.cards * (today - pace.from + 1)) / 7)
    return Math.min(mostADay, Math.max(0, wanted - cards.filter(({ begun }) => begun).length))
  }
  const left = new Map<string, number>()
  for (const { section, begun } of cards) {
    if (section !== null && !begun) left.set(section, (left.get(section) ?? 0) + 1)
  }
  let soFar = 0
  let asked = 0
  for (const { section, by } of [...pace.sections].sort((a, b) => a.by - b.by)) {
    soFar += left.get(section) ?? 0
    asked = Math.max(asked, Math.ceil(soFar / Math.max(1, by - today + 1)))
  }
  return Math.min(mostADay, asked)
}
