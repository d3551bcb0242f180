import { hashText } from '@/lib/core/hash'
import type { CardId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import type { ReviewEvent } from '@/lib/schedule/event'
import { standing } from '@/lib/schedule/standing'
import { studyDay } from '@/lib/schedule/study-day'

/** One answer of one student. */
export interface Answer {
  readonly card: CardId
  readonly at: number
  /** The student's own study day. */
  readonly day: number
  readonly right: boolean
  /** The student's first answer to this card since joining. */
  readonly first: boolean
  /** The card had been seen on an earlier day since joining: what came to mind was memory. */
  readonly recall: boolean
  readonly durationMs: number
  readonly mistake: string | null
  readonly variant: { readonly key: string; readonly label: string } | null
}

const longestLabel = 80

const shown = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, one]) => `${name} = ${shown(one)}`)
    .join(', ')
}

/** The numbers of a showing, by which its variant is known again on every device; null for cards without. */
const variantOf = (given: Json): Answer['variant'] => {
  if (typeof given !== 'object' || given === null) return null
  const label = shown(given)
  return {
    key: hashText(label),
    label: label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label,
  }
}

/**
 * What one student answered, in order, out of their events of assigned decks since joining. What was taken back never
 * happened. Where nothing could be marked, the student's own judgement decides.
 */
export const answersOf = (events: readonly ReviewEvent[]): readonly Answer[] => {
  const lastDay = new Map<CardId, number>()
  return standing(events).deeds.flatMap((event) => {
    if (event.kind !== 'grade') return []
    const day = studyDay(event)
    const before = lastDay.get(event.cardId)
    lastDay.set(event.cardId, day)
    return [
      {
        card: event.cardId,
        at: event.at,
        day,
        right: event.verdict === 'ungraded' ? event.grade !== 'again' : event.verdict === 'right',
        first: before === undefined,
        recall: before !== undefined && day > before,
        durationMs: event.durationMs,
        mistake: event.mistake,
        variant: variantOf(event.given),
      },
    ]
  })
}
