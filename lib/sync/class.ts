import { type Decoder, integer, list, literal, object, tagged, text } from '@/lib/core/decode'

/** What somebody on the staff of a class may do with its content, each including the ones before. */
export const contentRoles = ['none', 'viewer', 'editor', 'owner'] as const
export type ContentRole = (typeof contentRoles)[number]

/** What somebody on the staff of a class may do with what students did, each including the ones before. */
export const studentDataRoles = ['none', 'viewer', 'editor'] as const
export type StudentDataRole = (typeof studentDataRoles)[number]

/** Whether a role reaches what is asked for. */
export const reaches = <R extends string>(roles: readonly R[], role: R, least: R): boolean =>
  roles.indexOf(role) >= roles.indexOf(least)

/** How fast a class learns a deck. Days are whole days since 1970. */
export type Pace =
  /** No faster than the learner's own plan lets new cards in, and with no date. */
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

/** What a class says of itself. */
export interface ClassAbout {
  readonly title: string
  readonly about: string
  /** Time zone of its dates, e.g. `Asia/Shanghai`. */
  readonly zone: string
}

export const decodeClassAbout = object<ClassAbout>({
  // Something to read is in it; control characters are not.
  title: text(200, /^(?=.*\S)[^\p{Cc}]+$/u),
  about: text(2000, /^(?:[^\p{Cc}]|\n)*$/u),
  zone: text(64, /^[A-Za-z0-9_+\-/]+$/),
})
