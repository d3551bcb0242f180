import type { Json } from '@/lib/core/json'
import { standsAmong } from '@/lib/schedule/standing'
import { studyDay } from '@/lib/schedule/study-day'

/** One answer of one student. */
export interface Answer {
  readonly card: string
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
  /** The numbers of the showing as JSON text, by which a variant is known; null for cards without. */
  readonly variant: string | null
}

const longestLabel = 80

const shown = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  // A tensor as it is kept: its numbers tell it, its shape is the question's.
  if ('data' in value && Array.isArray(value.data)) return shown(value.data)
  return Object.entries(value)
    .map(([name, one]) => `${name} = ${shown(one)}`)
    .join(', ')
}

/** Devices send numbers with their names; a text that one sent instead comes out of the database without its quotation marks. */
const opened = (given: string): Json => {
  try {
    return JSON.parse(given) as Json
  } catch {
    return given
  }
}

/** A variant's numbers in short, out of their JSON text. */
export const variantLabel = (given: string): string => {
  const label = shown(opened(given))
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label
}

/** A grade or an undo as far as statistics read it. */
export interface AnswerEvent {
  readonly id: string
  readonly cardId: string
  readonly kind: 'grade' | 'undo'
  readonly at: number
  readonly zoneOffset: number
  readonly dayStartsAt: number
  readonly grade: string | null
  readonly verdict: string | null
  readonly durationMs: number | null
  readonly mistake: string | null
  /** The numbers of the showing as JSON text; null for none. */
  readonly given: string | null
  /** What an undo takes back. */
  readonly target: string | null
}

/** Undos by the id of what they take back. */
const undoersIn = (events: readonly AnswerEvent[]): ReadonlyMap<string, readonly string[]> => {
  const undoers = new Map<string, string[]>()
  for (const { kind, id, target } of events) {
    if (kind === 'undo' && target !== null) undoers.set(target, [...(undoers.get(target) ?? []), id])
  }
  return undoers
}

/**
 * What one student answered, in order, out of their events of assigned decks since joining. What was taken back never
 * happened. Where nothing could be marked, the student's own judgement decides.
 */
export const answersOf = (events: readonly AnswerEvent[]): readonly Answer[] => {
  const stands = standsAmong(undoersIn(events))
  const lastDay = new Map<string, number>()
  return [...events]
    .filter(({ kind, id }) => kind === 'grade' && stands(id))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((event) => {
      const day = studyDay(event)
      const before = lastDay.get(event.cardId)
      lastDay.set(event.cardId, day)
      return {
        card: event.cardId,
        at: event.at,
        day,
        right: event.verdict === 'ungraded' ? event.grade !== 'again' : event.verdict === 'right',
        first: before === undefined,
        recall: before !== undefined && day > before,
        durationMs: event.durationMs ?? 0,
        mistake: event.mistake,
        variant: event.given === 'null' ? null : event.given,
      }
    })
}
