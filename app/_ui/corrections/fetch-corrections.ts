import { integer, list, object, oneOf, text } from '@/lib/core/decode'

const states = ['open', 'taken', 'declined'] as const

/** A suggestion as the inbox shows it. */
export interface ListedCorrection {
  readonly id: string
  readonly deckId: string
  readonly cardId: string
  readonly language: string
  readonly quote: string
  readonly comment: string
  /** ms since 1970. */
  readonly at: number
  readonly state: (typeof states)[number]
}

const long = 10_000

/** The server's answer to `/api/corrections`. */
export const decodeCorrections = object<{ readonly corrections: readonly ListedCorrection[] }>({
  corrections: list(
    object<ListedCorrection>({
      id: text(long),
      deckId: text(long),
      cardId: text(long),
      language: text(long),
      quote: text(long),
      comment: text(long),
      at: integer(0, Number.MAX_SAFE_INTEGER),
      state: oneOf(states),
    }),
    long,
  ),
})
