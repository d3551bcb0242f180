import type { Draft } from '../rule'

/** A question card, or null where a side is too short to be one or too long to be learnt. */
export const question = (front: string, back: string): Draft | null => {
  const answer = back.replace(/^[，,：:\s]+|[，,：:\s]+$/g, '')
  return answer.length < 2 || front.length > 160 * 2 || answer.length > 260
    ? null
    : { kind: 'question', front, back: answer }
}
