import { type Decoder, flag, integer, json, list, number, object, text } from '@/lib/core/decode'
import { asId, type CardId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import type { Answer } from '@/lib/view/input'
import { readAnswer } from '../session/read-answer'

/** A question of a practice paper while it is worked on. */
export interface PaperSlot {
  readonly card: CardId
  /** Null while it is open. */
  readonly answer: Answer | null
  /** To be looked at again. */
  readonly flagged: boolean
}

/** A practice paper being sat, by the device's own clock: it counts for nobody but the learner. */
export interface PaperSitting {
  readonly exam: string
  /** Seeds the questions: each shows the same numbers after a reload. */
  readonly seed: string
  /** ms since 1970. */
  readonly startedAt: number
  readonly endsAt: number
  /** The question on the screen. */
  readonly at: number
  readonly slots: readonly PaperSlot[]
}

/** What seeds the numbers of one question. */
export const slotSeed = ({ seed }: Pick<PaperSitting, 'seed'>, slot: number): string => `${seed}-${slot}`

const changed = (paper: PaperSitting, slot: number, change: Partial<PaperSlot>): PaperSitting => ({
  ...paper,
  slots: paper.slots.map((one, index) => (index === slot ? { ...one, ...change } : one)),
})

export const answered = (paper: PaperSitting, slot: number, answer: Answer | null): PaperSitting =>
  changed(paper, slot, { answer })
export const flagged = (paper: PaperSitting, slot: number): PaperSitting =>
  changed(paper, slot, { flagged: paper.slots[slot]?.flagged !== true })
export const turnedTo = (paper: PaperSitting, slot: number): PaperSitting => ({
  ...paper,
  at: Math.min(paper.slots.length - 1, Math.max(0, slot)),
})

/** Whole seconds left, never less than none. */
export const secondsLeft = ({ endsAt }: PaperSitting, now: number): number =>
  Math.max(0, Math.ceil((endsAt - now) / 1000))

const mostQuestions = 100
const instant = number(0, Date.UTC(2100, 0, 1))

interface Stored {
  readonly exam: string
  readonly seed: string
  readonly startedAt: number
  readonly endsAt: number
  readonly at: number
  readonly slots: readonly { readonly card: string; readonly answer: Json; readonly flagged: boolean }[]
}
const decodeStored: Decoder<Stored> = object<Stored>({
  exam: text(64),
  seed: text(64),
  startedAt: instant,
  endsAt: instant,
  at: integer(0, mostQuestions),
  slots: list(object({ card: text(300), answer: json(50_000, 12), flagged: flag }), mostQuestions),
})

export const writePaper = (paper: PaperSitting): string => JSON.stringify(paper)

/** A paper as it was left; null where what is kept is none. */
export const readPaper = (kept: string | null): PaperSitting | null => {
  if (kept === null) return null
  try {
    const read = decodeStored(JSON.parse(kept))
    if (!read.ok) return null
    const { slots, ...rest } = read.value
    return {
      ...rest,
      slots: slots.map(({ card, answer, flagged: mark }) => ({
        card: asId<CardId>(card),
        answer: readAnswer(answer),
        flagged: mark,
      })),
    }
  } catch {
    return null
  }
}
