/** Codes that have words of their own in `account.refusals`; everything else is told as `unknown`. */
const told = {
  wrong: 'wrong-credentials',
  CredentialsSignin: 'wrong-credentials',
  'too-many': 'too-many',
  taken: 'email-taken',
  'member-already': 'member-already',
  email: 'email-invalid',
  password: 'password-weak',
  'other-email': 'other-email',
  closed: 'sign-up-closed',
  'wrong-code': 'code-wrong',
  link: 'link-invalid',
  offline: 'offline',
} as const

type Told = (typeof told)[keyof typeof told] | 'unknown'

/** What `post` and `signInWith` say when they did not succeed. */
export interface Refused {
  readonly ok: false
  readonly words: Told
}

const isKnown = (code: string): code is keyof typeof told => Object.hasOwn(told, code)

export const refused = (code: string): Refused => ({ ok: false, words: isKnown(code) ? told[code] : 'unknown' })
