import { type Decoder, flag, integer, list, nullable, object, oneOf, tagged, text } from '@/lib/core/decode'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { type BankDeed, type BankRole, type BankStepKind, bankDeeds, bankRoles, bankStepKinds } from './bank-life'
import { decodeDiagnostics } from './bank-publication'

const count = integer(0, Number.MAX_SAFE_INTEGER)
const id = text(100)
const words = text(500)
/** As an author writes: lines, and no character that no database keeps. */
const prose = text(2000, /^[^\0]*$/)

/** One step in the life of a bank. */
export interface BankStep {
  readonly kind: BankStepKind
  /** Who did it; null once their account is gone. */
  readonly by: string | null
  /** ms since 1970. */
  readonly at: number
  /** Of the draft. */
  readonly revision: number
  readonly reason: string
  /** Which publication came of it. */
  readonly number: number | null
  /** How many cards the gate had passed when a review was asked for, and how many hints it had. */
  readonly cards: number | null
  readonly hints: number | null
}

/** Whether a step says something of the draft, rather than of what learners get. */
export const isOfDraft = ({ kind }: Pick<BankStep, 'kind'>): boolean => kind !== 'retired' && kind !== 'reopened'

/** Who had approved what a publication brought; null where nobody but its publisher had looked. Steps come latest first. */
export const approvalOf = (steps: readonly BankStep[], number: number): BankStep | null => {
  const at = steps.findIndex((step) => step.kind === 'published' && step.number === number)
  const before = at < 0 ? undefined : steps.slice(at + 1).find(isOfDraft)
  return before?.kind === 'approved' ? before : null
}

/** What a reader of a draft says about one of its cards. */
export interface BankRemark {
  readonly id: string
  readonly by: string | null
  /** Made by whoever asks. */
  readonly mine: boolean
  readonly at: number
  /** Authored id of the card without the bank's; empty for the bank as a whole. */
  readonly card: string
  readonly text: string
  readonly done: boolean
}

/** What whoever asks may do with a bank where it stands, and what happened to it. */
export interface BankDesk {
  readonly deeds: readonly BankDeed[]
  /** Somebody besides whoever asks may look at the draft. */
  readonly company: boolean
  /** The latest first. */
  readonly steps: readonly BankStep[]
  /** Those that stand first, oldest first; then what was settled lately. */
  readonly remarks: readonly BankRemark[]
}

const remark = object<BankRemark>({
  id,
  by: nullable(words),
  mine: flag,
  at: count,
  card: words,
  text: prose,
  done: flag,
})

export const decodeBankDesk = object<BankDesk>({
  deeds: list(oneOf(bankDeeds), bankDeeds.length),
  company: flag,
  steps: list(
    object<BankStep>({
      kind: oneOf(bankStepKinds),
      by: nullable(words),
      at: count,
      revision: count,
      reason: prose,
      number: nullable(count),
      cards: nullable(count),
      hints: nullable(count),
    }),
    1000,
  ),
  remarks: list(remark, 1000),
})

/** What became of a deed. */
export type BankMoved =
  | { readonly kind: 'moved' }
  /** The gate found faults, so nobody was asked to look. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

export const decodeBankMoved: Decoder<BankMoved> = tagged<BankMoved>('kind', {
  moved: object<Extract<BankMoved, { kind: 'moved' }>>({ kind: oneOf(['moved']) }),
  refused: object<Extract<BankMoved, { kind: 'refused' }>>({
    kind: oneOf(['refused']),
    diagnostics: decodeDiagnostics,
  }),
})

/** What moves a bank on, apart from publishing, which says more. */
export type AskedDeed = Exclude<BankDeed, 'publish'>
const askedDeeds = bankDeeds.filter((deed): deed is AskedDeed => deed !== 'publish')

export interface DeedRequest {
  readonly deed: AskedDeed
  /** The revision of the draft that was looked at. */
  readonly base: number
  readonly reason: string
}

export const decodeDeedRequest = object<DeedRequest>({
  deed: oneOf(askedDeeds),
  base: integer(1, Number.MAX_SAFE_INTEGER),
  reason: prose,
})

export const decodeRemarkRequest = object<{ readonly card: string; readonly text: string }>({
  card: text(100, /^[^\p{Cc}]*$/u),
  text: text(2000, /^(?=[\s\S]*\S)[^\0]*$/),
})

/** Somebody who works on a bank or reads its draft. */
export interface BankPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: BankRole
  /** The bank is theirs: neither their role changes nor can they be let go. */
  readonly keeper: boolean
}

export interface BankPeople {
  readonly people: readonly BankPerson[]
  /** Whoever asks. */
  readonly me: string
  /** Invitations that wait. */
  readonly waiting: number
}

export const decodeBankPeople = object<BankPeople>({
  people: list(object<BankPerson>({ id, name: words, email: words, role: oneOf(bankRoles), keeper: flag }), 1000),
  me: id,
  waiting: count,
})

export interface BankInvitationRequest {
  readonly role: BankRole
  /** Empty for whoever has the link. */
  readonly email: string
}

export const decodeBankInvitation = object<BankInvitationRequest>({ role: oneOf(bankRoles), email: text(300) })

export const decodeBankRole = object<{ readonly role: BankRole }>({ role: oneOf(bankRoles) })

/** An invitation that was made: its path, and whether a letter with it is on its way. */
export const decodeBankInvited = object<{ readonly path: string; readonly sent: boolean }>({ path: id, sent: flag })

/** What somebody sees before they take an invitation. */
export interface BankDoor {
  readonly bank: string
  readonly title: string
  readonly role: BankRole
  /** Who invites. */
  readonly by: string
}

export const decodeBankDoor = object<BankDoor>({ bank: id, title: words, role: oneOf(bankRoles), by: words })
