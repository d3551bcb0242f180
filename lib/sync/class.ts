import { object, text } from '@/lib/core/decode'

/** What somebody on the staff of a class may do with its content, each including the ones before. */
export const contentRoles = ['none', 'viewer', 'editor', 'owner'] as const
export type ContentRole = (typeof contentRoles)[number]

/** What somebody on the staff of a class may do with what students did, each including the ones before. */
export const studentDataRoles = ['none', 'viewer', 'editor'] as const
export type StudentDataRole = (typeof studentDataRoles)[number]

/** Whether a role reaches what is asked for. */
export const reaches = <R extends string>(roles: readonly R[], role: R, least: R): boolean =>
  roles.indexOf(role) >= roles.indexOf(least)

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
