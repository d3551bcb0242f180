/** Codes the server refuses with that have words of their own in `account.refusals`. */
const told = [
  'wrong',
  'bad-email',
  'short-password',
  'long-password',
  'closed',
  'wrong-code',
  'taken',
  'member-already',
  'link',
  'other-email',
  'too-many',
  'signed-out',
  'offline',
] as const

type Told = (typeof told)[number] | 'unknown'

/** What `post` and `signInWith` say when they did not succeed. */
export interface Refused {
  readonly ok: false
  readonly words: Told
}

export const refused = (code: string): Refused => ({ ok: false, words: told.find((one) => one === code) ?? 'unknown' })
