import { type Decoder, flag, integer, list, nullable, object, oneOf, text } from '@/lib/core/decode'
import { decodePace, type Pace } from '@/lib/schedule/class-pace'
import { type ContentRole, contentRoles, type StudentDataRole, studentDataRoles } from './class'

/** One line without control characters. */
const line = (max: number): Decoder<string> => text(max, /^[^\p{Cc}]*$/u)

export interface Roles {
  readonly content: ContentRole
  readonly studentData: StudentDataRole
}

const roles = { content: oneOf(contentRoles), studentData: oneOf(studentDataRoles) }

export const decodeRoles = object<Roles>(roles)

/** What an invitation makes of whoever opens it. */
export interface InvitationRequest extends Roles {
  readonly student: boolean
  readonly note: string
}

export const decodeInvitation: Decoder<InvitationRequest> = object<InvitationRequest>({
  ...roles,
  student: flag,
  note: line(200),
})

/** Days a code may work for; null closes joining by code. */
export const decodeCodeDays = object<{ readonly days: number | null }>({ days: nullable(integer(1, 180)) })

export const decodeClosed = object<{ readonly closed: boolean }>({ closed: flag })

export const decodePaceRequest = object<{ readonly pace: Pace }>({ pace: decodePace })

/** A student's line on the class list. */
export const decodeListing = object<{ readonly listedName: string; readonly number: string; readonly label: string }>({
  listedName: line(100),
  number: line(100),
  label: line(100),
})

export const decodeBlocked = object<{ readonly blocked: boolean }>({ blocked: flag })

/** A class list as text; a trial changes nothing. */
export const decodeClassList = object<{ readonly text: string; readonly trial: boolean }>({
  text: text(200_000, /^[^\0]*$/),
  trial: flag,
})

export const decodeStudents = object<{ readonly students: readonly string[] }>({
  students: list(text(100, /^[^\0]*$/), 500),
})
