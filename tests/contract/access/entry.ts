import type { World } from './world'

/** Everybody who may come by, as they stand to one class and the bank it learns. */
export const roles = [
  'signedOut',
  /** In no class. */
  'guest',
  'learner',
  /** Owns another class, and is an instructor of this server. */
  'outsider',
  'blocked',
  'left',
  'student',
  /** Reads content and students' data. */
  'viewer',
  /** Edits content alone. */
  'author',
  /** Edits students' data alone. */
  'grader',
  /** Edits both. */
  'editor',
  /** Owns the class, and the bank. */
  'owner',
  /** In no class, and let in to the bank: reads its draft. */
  'reviewer',
  /** In no class, and writes the bank. */
  'coauthor',
  /** In no class, and owns the bank beside its keeper. */
  'coowner',
] as const
export type Role = (typeof roles)[number]

/**
 * A status; or for lists that answer everybody, whether what is the class's own is `shown` in it or `hidden` from it.
 */
export type Answer = number | 'shown' | 'hidden'

/** What each role is answered; `others` is everybody who is not named. */
export type Answers = { readonly others: Answer } & { readonly [R in Role]?: Answer }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One method of one route file, as it is asked in the world of one class. */
export interface RouteEntry {
  /** Path under `app/`, e.g. `api/banks/[bank]/route.ts`. */
  readonly route: string
  readonly method: Method
  readonly params?: (world: World) => Readonly<Record<string, string>>
  readonly query?: (world: World) => Readonly<Record<string, string>>
  /** Sent as JSON; bytes as they are. */
  readonly body?: (world: World) => unknown
  readonly answers: Answers
  /** A text that stands in the answer of whoever is `shown`; the bank's id where it is left out. */
  readonly marker?: (world: World) => string
}

/** A route that another suite answers for; `by` is that suite's file. */
export interface RouteElsewhere {
  readonly route: string
  readonly method: Method
  readonly by: string
}

/** A page. A shell reads nothing on the server: whoever opens it sees what the routes above give them. */
export type PageEntry =
  | { readonly page: string; readonly reads: 'nothing' }
  /** What it reads on the server is read by this service for whoever opens it, and the routes above try that service. */
  | { readonly page: string; readonly reads: 'as reader'; readonly service: string }
  /** What it reads is the same for everybody. */
  | { readonly page: string; readonly reads: 'public'; readonly service: string }
