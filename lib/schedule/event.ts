import type { Grade } from '@/lib/core/grade'
import { asId, type CardId, type DeviceId, type EventId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import type { PlanChange } from './plan-change'
import type { Shift } from './shift'

/** A review, or what was done to a card. Append-only; card state is a fold over these in the order (at, id). */
export type ReviewEvent = EventBase &
  (
    | {
        readonly kind: 'grade'
        readonly grade: Grade
        /** From question shown to grade given, ms, capped by the client at ten minutes. */
        readonly durationMs: number
        readonly suggested: Grade | null
        /** The generated numbers of a compute card, so that history is readable for ever. */
        readonly given: Json
        readonly answer: Json
        readonly verdict: 'right' | 'wrong' | 'ungraded'
        readonly mistake: string | null
        /** Algorithm and parameter set that gave the interval on the button. */
        readonly algorithm: string
        readonly parameters: string
        /** The terms of the interval, as `terms.ts` writes them; absent: the defaults. */
        readonly terms?: string
        /** How the interval was moved; absent: by the chance that is the card's own. */
        readonly shift?: Shift
        /** What seeded the numbers shown, where it is not the event's own id: a grade taken back shows the same again. */
        readonly seed?: string
      }
    | { readonly kind: 'undo'; readonly target: EventId }
    | { readonly kind: 'suspend' }
    | { readonly kind: 'unsuspend' }
    /** Out of sight until the study day after the event's own. */
    | { readonly kind: 'bury' }
    | { readonly kind: 'reset' }
    /** 0 clears; 1..7 are colours. */
    | { readonly kind: 'flag'; readonly flag: number }
    /** One choice about how to study. It belongs to no card: `cardId` is `planSubject`. */
    | { readonly kind: 'plan'; readonly change: PlanChange }
  )

/** Stands where events about a card name the card. No card has this id: theirs hold a slash. */
export const planSubject = asId<CardId>('~plan')

export interface EventBase {
  /** Made when the card is shown, so that a double tap is one event. */
  readonly id: EventId
  readonly deviceId: DeviceId
  readonly cardId: CardId
  /** Revision of the card as shown. */
  readonly revision: string
  /** The learner's clock, ms since 1970. */
  readonly at: number
  /** Minutes east of UTC where the learner was. */
  readonly zoneOffset: number
  /** Hour at which the learner's study day begins, 4 by default. */
  readonly dayStartsAt: number
}

/** Total order of events: equal times are ordered by id, so that all devices fold alike. */
export const compareEvents = (a: Pick<EventBase, 'at' | 'id'>, b: Pick<EventBase, 'at' | 'id'>): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
