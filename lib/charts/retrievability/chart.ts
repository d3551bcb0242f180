import { type BuildChart, message, named, percent, sum } from '../build'
import { distribution, valuesOf } from '../distribution'

const bins = Array.from({ length: 10 }, (_, i) => ({
  below: i === 9 ? Number.POSITIVE_INFINITY : (i + 1) / 10,
  label: named('recall.bin', { from: 10 * i, to: 10 * (i + 1) }),
}))

/** Chance of recalling each card that has been seen, were it asked today. */
export const retrievability: BuildChart = ({ cards }) => {
  const values = valuesOf(cards, ({ recall }) => recall)
  if (values.length === 0) return null
  const known = sum(values)
  return distribution(
    {
      id: 'retrievability',
      title: message('recall.title', {
        known: Math.round(known),
        total: values.length,
        percent: percent(known / values.length),
      }),
      note: message('recall.note'),
      column: message('recall.column'),
    },
    values,
    bins,
  )
}
