import type { CellVerdict } from '@/lib/view/verdict'
import type { KeyOf } from './key'

const longestAnswer = 500

/** Blanks and the kind of quotes are taste, not knowledge. */
export const normalText = (text: string): string => text.replace(/\s+/g, '').replaceAll('"', "'")

/** Whether there is something to mark. */
export const isAnswered = (given: string): boolean => normalText(given) !== '' && given.length <= longestAnswer

/** One cell: right where it is one of the accepted spellings. */
export const textCell = ({ answers }: KeyOf<'text'>, given: string): CellVerdict => ({
  part: 'text',
  index: 0,
  state: answers.some((accepted) => normalText(accepted) === normalText(given)) ? 'right' : 'wrong',
  given,
  key: answers[0] ?? '',
})
