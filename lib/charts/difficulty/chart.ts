import { type BuildChart, message, named } from '../build'
import { distribution, valuesOf } from '../distribution'

const hardFrom = 7
const bins = Array.from({ length: 9 }, (_, i) => ({
  below: i === 8 ? Number.POSITIVE_INFINITY : i + 2,
  label: named('difficulty.bin', { from: i + 1, to: i + 2 }),
}))

/** How hard cards are to keep, 1 easy to 10 hard. */
export const difficulty: BuildChart = ({ cards }) => {
  const values = valuesOf(cards, ({ state: { memory } }) => (memory.kind === 'new' ? null : memory.difficulty))
  if (values.length === 0) return null
  const hard = values.filter((value) => value >= hardFrom).length
  return distribution(
    {
      id: 'difficulty',
      title: message('difficulty.title', { hard, total: values.length, from: hardFrom }),
      note: message('difficulty.note'),
      column: message('difficulty.column'),
    },
    values,
    bins,
  )
}
