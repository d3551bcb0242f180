import { flag, integer, list, object, text } from '@/lib/core/decode'
import { decodeAnswer } from '@/lib/exam/decode-answer'
import type { Answer } from '@/lib/view/input'

/** An answer as this device has it. */
export interface Draft {
  readonly slot: number
  readonly rev: number
  readonly answer: Answer
  readonly spentMs: number
  /** The server has this revision, or a newer one. */
  readonly saved: boolean
}

/** What a device keeps of one attempt. */
export interface Drafts {
  readonly attempt: string
  readonly drafts: readonly Draft[]
  readonly flagged: readonly number[]
  /** The student wants to hand in, and the server has not said yes yet. */
  readonly handingIn: boolean
}

/** Part of the browser's storage that is used here. */
export type KeptTexts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const nameOf = (exam: string): string => `gradeck.exam.${exam}`

const decode = object<Drafts>({
  attempt: text(100),
  drafts: list(
    object({
      slot: integer(0, 1000),
      rev: integer(0, 2 ** 31),
      answer: decodeAnswer,
      spentMs: integer(0, 86_400_000),
      saved: flag,
    }),
    1000,
  ),
  flagged: list(integer(0, 1000), 1000),
  handingIn: flag,
})

/** What is kept of this attempt; null where there is nothing, or it is another's: a laptop may be shared. */
export const readDrafts = (storage: KeptTexts, exam: string, attempt: string): Drafts | null => {
  try {
    const kept = decode(JSON.parse(storage.getItem(nameOf(exam)) ?? 'null'))
    return kept.ok && kept.value.attempt === attempt ? kept.value : null
  } catch {
    // Storage may be closed to this page, or hold half a text after a crash.
    return null
  }
}

/** Keeps everything at once, before anything else happens. False when the browser does not keep it. */
export const writeDrafts = (storage: KeptTexts, exam: string, drafts: Drafts): boolean => {
  try {
    storage.setItem(nameOf(exam), JSON.stringify(drafts))
    return true
  } catch {
    return false
  }
}

/** Forgets an attempt that the server has whole. */
export const forgetDrafts = (storage: KeptTexts, exam: string): void => {
  try {
    storage.removeItem(nameOf(exam))
  } catch {
    // What cannot be written cannot have been kept either.
  }
}
