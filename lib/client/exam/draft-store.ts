import { defaulting, flag, integer, list, object, text } from '@/lib/core/decode'
import { decodeAnswer } from '@/lib/exam/decode-answer'
import type { Flag } from '@/lib/exam/flags'
import type { Answer } from '@/lib/view/input'
import type { Journal } from './journal'

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
  /** Flags set or taken away that the server does not know of yet. */
  readonly flags: readonly Flag[]
  /** The student wants to hand in, and the server has not said yes yet. */
  readonly handingIn: boolean
  /** How often this device has written it: of two, the greater is the newer. */
  readonly written: number
}

/** Part of the browser's storage that is used here. */
export type KeptTexts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where a device keeps answers: at once in local storage, and so that they outlive the browser's death in the journal. */
export interface DraftPlace {
  readonly storage: KeptTexts
  readonly journal: Journal
}

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
  flags: defaulting(list(object<Flag>({ slot: integer(0, 1000), on: flag }), 1000), []),
  handingIn: flag,
  written: defaulting(integer(0, 2 ** 40), 0),
})

/** Of this attempt; null where there is nothing, or it is another's: a laptop may be shared. */
const decodeText = (text: string | null, attempt: string): Drafts | null => {
  const kept = decode(JSON.parse(text ?? 'null'))
  return kept.ok && kept.value.attempt === attempt ? kept.value : null
}

/** What is kept of this attempt. */
export const readDrafts = (storage: KeptTexts, exam: string, attempt: string): Drafts | null => {
  try {
    return decodeText(storage.getItem(nameOf(exam)), attempt)
  } catch {
    // Storage may be closed to this page, or hold half a text after a crash.
    return null
  }
}

/** Puts what the journal has of this attempt back into local storage, where the browser died before that was on the disk. */
export const recoverDrafts = async ({ storage, journal }: DraftPlace, exam: string, attempt: string): Promise<void> => {
  const text = await journal.read(nameOf(exam))
  try {
    const [journalled, kept] = [decodeText(text, attempt), readDrafts(storage, exam, attempt)]
    if (text !== null && journalled !== null && journalled.written > (kept?.written ?? -1))
      storage.setItem(nameOf(exam), text)
  } catch {
    // Then there is what the server has.
  }
}

/** Keeps everything at once, before anything else happens. False when the browser does not keep it. */
export const writeDrafts = ({ storage, journal }: DraftPlace, exam: string, drafts: Drafts): boolean => {
  const text = JSON.stringify(drafts)
  journal.write(nameOf(exam), text)
  try {
    storage.setItem(nameOf(exam), text)
    return true
  } catch {
    return false
  }
}

/** Forgets an attempt that the server has whole. */
export const forgetDrafts = ({ storage, journal }: DraftPlace, exam: string): void => {
  journal.write(nameOf(exam), null)
  try {
    storage.removeItem(nameOf(exam))
  } catch {
    // What cannot be written cannot have been kept either.
  }
}
