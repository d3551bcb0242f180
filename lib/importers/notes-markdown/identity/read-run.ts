import { type Decoder, list, object, text } from '@/lib/core/decode'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { CardFields } from '../proposal'
import type { Known } from './changes'

const most = 1_000_000

const fields: Decoder<CardFields> = (value, path = '') =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? ok(value as CardFields)
    : refuse({ path, message: `Expected a card's fields at ${path}.` })

const card = object<Known>({
  id: text(100),
  type: text(100),
  rule: text(100),
  heading: list(text(100_000), 1_000),
  fields,
  source: object({ text: text(most) }),
})

const run = object({ cards: list(card, most) })

/** The cards of an earlier run, as it was printed. */
export const readRun = (json: string): Result<readonly Known[], string> => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return refuse('it is no JSON.')
  }
  const read = run(value)
  return read.ok ? ok(read.value.cards) : refuse(read.error.message)
}
