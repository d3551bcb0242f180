import { type Decoder, defaulting, flag, integer, list, object, text } from '@/lib/core/decode'
import { decodeAnswer } from '../decode-answer'
import type { Flag } from '../flags'
import type { OfferedAnswer } from '../saved-answers'

/** An answer to be saved, with the time spent on its question so far. */
export type AnswerToSave = OfferedAnswer & { readonly spentMs: number }

const mostSlots = 500
const dayMs = 86_400_000

/** Lower-case letters and digits alone: every database then agrees which of two is greater. */
const device = text(40, /^[0-9a-z]+$/)

const toSave: Decoder<AnswerToSave> = object<AnswerToSave>({
  slot: integer(0, mostSlots - 1),
  rev: integer(1, 2 ** 31 - 1),
  device,
  answer: decodeAnswer,
  spentMs: integer(0, dayMs),
})

export const decodeAnswersToSave = object<{ readonly answers: readonly AnswerToSave[] }>({
  answers: list(toSave, mostSlots),
})

/** Flags set or taken away since this device last told; none where it says nothing of them. */
export const decodeFlags = object<{ readonly flags: readonly Flag[] }>({
  flags: defaulting(list(object<Flag>({ slot: integer(0, mostSlots - 1), on: flag }), mostSlots), []),
})

/** The name a browser gives itself; empty where it gives none. */
export const decodeDevice = object<{ readonly device: string }>({ device: defaulting(device, '') })
