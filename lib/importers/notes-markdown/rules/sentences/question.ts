import type { Draft } from '../rule'
import { firstFact } from './trim'

const longestFront = { zh: 70, en: 200 }

/** An answer that begins to explain itself ends there. */
const beforeColon = (text: string): string => {
  const at = text.indexOf('：')
  return at >= 11 && !/[（(][^）)]*$/.test(text.slice(0, at)) ? text.slice(0, at) : text
}

/** A question card, its answer cut to one fact; null where a side is too short to be one or too long to be learnt. */
export const question = (front: string, back: string, whole = false): Draft | null => {
  const answer = (whole ? (text: string) => text : firstFact)(
    beforeColon(back).replace(/^[，,：:\s]+|[，,：:\s]+$/g, ''),
  ).replace(/^(?:那么|就|则|然后(?:它们)?就?)(?=[\u4e00-\u9fff])/, '')
  const limit = /[\u4e00-\u9fff]/.test(front) ? longestFront.zh : longestFront.en
  return answer.length < 2 || front.length > limit || answer.length > 260
    ? null
    : { kind: 'question', front, back: answer }
}
