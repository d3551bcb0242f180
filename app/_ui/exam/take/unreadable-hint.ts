import { readNumber } from '@/lib/compute/marking/read-number'
import type { Answer } from '@/lib/view/input'

/** The first cell that holds something no number can be read from; null where there is none. Reading tells nothing of keys. */
export const unreadableCell = (answer: Answer | undefined): string | null => {
  if (answer?.kind !== 'numbers') return null
  const typed = Object.values(answer.cells).flat()
  return (
    typed.find((text) => {
      const read = readNumber(text)
      return !read.ok && read.error !== 'empty'
    }) ?? null
  )
}
