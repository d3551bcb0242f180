import type { bankStates } from './bank'
import { reaches } from './class'

/** What somebody may do with a bank, each including the ones before. */
export const bankRoles = ['viewer', 'editor', 'owner'] as const
export type BankRole = (typeof bankRoles)[number]

/** The roles that reach one. */
export const rolesFrom = (least: BankRole): readonly BankRole[] =>
  bankRoles.filter((role) => reaches(bankRoles, role, least))

/** Whether somebody else has looked at a draft as it is now. */
export const draftReviews = ['none', 'asked', 'approved'] as const
export type DraftReview = (typeof draftReviews)[number]

/** Where a bank stands: what learners get of it, and what became of its draft. */
export interface Standing {
  readonly state: (typeof bankStates)[number]
  readonly review: DraftReview
}

/** Who wants to move it. */
export interface Mover {
  readonly role: BankRole
  /** The review that runs was asked for by them. */
  readonly asked: boolean
}

/** What moves a bank on. */
export const bankDeeds = ['ask', 'withdraw', 'approve', 'return', 'publish', 'retire', 'reopen'] as const
export type BankDeed = (typeof bankDeeds)[number]

interface Rule {
  readonly least: BankRole
  readonly from: (standing: Standing, mover: Mover) => boolean
}

const underReview = ({ review }: Standing): boolean => review !== 'none'

/** Nobody judges what they have asked others to judge. Owners publish as they like; what an editor publishes, somebody else has approved. */
const rules: { readonly [D in BankDeed]: Rule } = {
  ask: { least: 'editor', from: ({ review }) => review === 'none' },
  withdraw: {
    least: 'editor',
    from: (standing, { role, asked }) => underReview(standing) && (asked || role === 'owner'),
  },
  approve: { least: 'viewer', from: ({ review }, { asked }) => review === 'asked' && !asked },
  return: { least: 'viewer', from: (standing, { asked }) => underReview(standing) && !asked },
  publish: { least: 'editor', from: ({ review }, { role }) => role === 'owner' || review === 'approved' },
  retire: { least: 'owner', from: ({ state }) => state === 'published' },
  reopen: { least: 'owner', from: ({ state }) => state === 'retired' },
}

/** Whether somebody may move a bank from where it stands. */
export const mayMove = (standing: Standing, mover: Mover, deed: BankDeed): boolean =>
  reaches(bankRoles, mover.role, rules[deed].least) && rules[deed].from(standing, mover)

/** Everything somebody may do to a bank where it stands. */
export const movesOf = (standing: Standing, mover: Mover): readonly BankDeed[] =>
  bankDeeds.filter((deed) => mayMove(standing, mover, deed))

/** Where a bank stands after a deed. A correction of a retired bank reaches those who kept it, and nobody new. */
export const moved = ({ state, review }: Standing, deed: BankDeed): Standing => {
  switch (deed) {
    case 'ask':
      return { state, review: 'asked' }
    case 'approve':
      return { state, review: 'approved' }
    case 'withdraw':
    case 'return':
      return { state, review: 'none' }
    case 'publish':
      return { state: state === 'retired' ? 'retired' : 'published', review: 'none' }
    case 'retire':
      return { state: 'retired', review }
    case 'reopen':
      return { state: 'published', review }
  }
}

/** Kinds of steps; each is kept with who, when and why. */
export const bankStepKinds = [
  'asked',
  'withdrawn',
  'changed',
  'approved',
  'returned',
  'published',
  'retired',
  'reopened',
] as const
export type BankStepKind = (typeof bankStepKinds)[number]

export const stepOf: { readonly [D in BankDeed]: BankStepKind } = {
  ask: 'asked',
  withdraw: 'withdrawn',
  approve: 'approved',
  return: 'returned',
  publish: 'published',
  retire: 'retired',
  reopen: 'reopened',
}
