/**
 * Who begins an exam without asking. `listed`: whom the staff put on the class list. `joined`: also accounts that joined
 * before it opened.
 */
export const admissionKinds = ['listed', 'joined'] as const
export type AdmissionKind = (typeof admissionKinds)[number]

/** A student of the class as far as an exam asks. */
export interface Sitter {
  /** Labels that exams make accommodations for. */
  readonly labels: readonly string[]
  /** The staff put them on the class list, or wrote their name, number or label there. */
  readonly listed: boolean
  readonly guest: boolean
  readonly joinedAt: number
}

/**
 * Whether somebody may begin by themselves. A code of the class can be used by anybody, any number of times: a guest, or an
 * account that appears once the paper can be seen, may be somebody who has taken it already. They ask, and the staff, who
 * sees the room and on which device they are, lets them in.
 */
export const mayBegin = (
  kind: AdmissionKind,
  { listed, guest, joinedAt }: Omit<Sitter, 'labels'>,
  { opensAt }: { readonly opensAt: number },
): boolean => listed || (kind === 'joined' && !guest && joinedAt <= opensAt)
