import { type BuildChart, message, named } from '../build'
import { distribution, median, valuesOf } from '../distribution'

/** Upper ends in days, each about double the last. */
const ends = [1, 3, 7, 14, 30, 60, 120, 240, 365, 730]
const bins = [...ends, Number.POSITIVE_INFINITY].map((below, i) => ({
  below,
  label:
    below === Number.POSITIVE_INFINITY
      ? named('stability.more', { from: ends.at(-1) ?? 0 })
      : named('stability.bin', { from: ends[i - 1] ?? 0, to: below }),
}))

/** How long memories hold: days until recall falls to 90 %. */
export const stability: BuildChart = ({ cards }) => {
  const values = valuesOf(cards, ({ state: { memory } }) => (memory.kind === 'new' ? null : memory.stability))
  if (values.length === 0) return null
  const middle = median(values)
  return distribution(
    {
      id: 'stability',
      title: message('stability.title', { days: middle < 10 ? Math.round(middle * 10) / 10 : Math.round(middle) }),
      note: message('stability.note'),
      column: message('stability.column'),
    },
    values,
    bins,
  )
}
