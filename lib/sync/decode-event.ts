import {
  type Decoder,
  integer,
  json,
  literal,
  nullable,
  number,
  object,
  oneOf,
  optional,
  tagged,
  text,
} from '@/lib/core/decode'
import { grades } from '@/lib/core/grade'
import { asId, type CardId, type DeviceId, type EventId } from '@/lib/core/id'
import { ok } from '@/lib/core/result'
import type { EventBase, ReviewEvent } from '@/lib/schedule/event'
import { decodePlanChange } from '@/lib/schedule/plan-change'
import type { Shift } from '@/lib/schedule/shift'

/** The year 2100: far enough for any wrong clock, near enough for every date arithmetic. */
const latest = Date.UTC(2100, 0, 1)
const name = /^[\w.:-]+$/

const id =
  <T extends EventId | DeviceId | CardId>(max: number, pattern: RegExp): Decoder<T> =>
  (value, path) => {
    const read = text(max, pattern)(value, path)
    return read.ok ? ok(asId<T>(read.value)) : read
  }

export const eventId = id<EventId>(64, name)
export const deviceId = id<DeviceId>(64, name)
/** Card ids are authored, and may be in any script; white space and control characters are in none. */
const cardId = id<CardId>(300, /^[^\s\p{C}]+$/u)

const base = {
  id: eventId,
  deviceId,
  cardId,
  revision: text(64),
  at: number(0, latest),
  zoneOffset: integer(-18 * 60, 18 * 60),
  dayStartsAt: integer(0, 23),
} satisfies { readonly [K in keyof EventBase]: Decoder<EventBase[K]> }

const days = integer(-36_500, 36_500)
const shift = object<Shift>({ fuzz: days, balance: days, easy: days })

type Kind<K extends ReviewEvent['kind']> = Extract<ReviewEvent, { kind: K }>

/** An event as a device sent it. Sizes are bounded, times and zones are on this planet. */
export const decodeEvent: Decoder<ReviewEvent> = tagged<ReviewEvent>('kind', {
  grade: object<Kind<'grade'>>({
    ...base,
    kind: literal('grade'),
    grade: oneOf(grades),
    durationMs: number(0, 600_000),
    suggested: nullable(oneOf(grades)),
    given: json(50_000, 12),
    answer: json(50_000, 12),
    verdict: oneOf(['right', 'wrong', 'ungraded']),
    mistake: nullable(text(200)),
    algorithm: text(40),
    parameters: text(80),
    terms: optional(text(120)),
    shift: optional(shift),
    seed: optional(text(64)),
  }),
  undo: object<Kind<'undo'>>({ ...base, kind: literal('undo'), target: eventId }),
  suspend: object<Kind<'suspend'>>({ ...base, kind: literal('suspend') }),
  unsuspend: object<Kind<'unsuspend'>>({ ...base, kind: literal('unsuspend') }),
  bury: object<Kind<'bury'>>({ ...base, kind: literal('bury') }),
  reset: object<Kind<'reset'>>({ ...base, kind: literal('reset') }),
  plan: object<Kind<'plan'>>({ ...base, kind: literal('plan'), change: decodePlanChange }),
  flag: object<Kind<'flag'>>({ ...base, kind: literal('flag'), flag: integer(0, 7) }),
})
