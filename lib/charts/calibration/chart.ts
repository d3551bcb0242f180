import { rowFlags } from '@/lib/schedule/ledger'
import { type BuildChart, message, percent } from '../build'
import { shareOf } from '../share'

const binCount = 20
/** Fewer tests than this say nothing yet. */
const enough = 30

/** How often cards came back, against how often the schedule said they would. */
export const calibration: BuildChart = ({ reviews }) => {
  const predicted = new Float64Array(binCount)
  const right = new Int32Array(binCount)
  const of = new Int32Array(binCount)
  let expected = 0
  let came = 0
  let tests = 0
  for (let row = 0; row < reviews.length; row++) {
    if (((reviews.flags[row] ?? 0) & rowFlags.tested) === 0) continue
    const chance = reviews.predicted[row] ?? 0
    const held = reviews.grade[row] === 0 ? 0 : 1
    const bin = Math.min(binCount - 1, Math.floor(chance * binCount))
    predicted[bin] = (predicted[bin] ?? 0) + chance
    right[bin] = (right[bin] ?? 0) + held
    of[bin] = (of[bin] ?? 0) + 1
    expected += chance
    came += held
    tests++
  }
  if (tests < enough) return null
  const points = Array.from({ length: binCount }, (_, bin) => {
    const count = of[bin] ?? 0
    return { predicted: count === 0 ? 0 : (predicted[bin] ?? 0) / count, share: shareOf(right[bin] ?? 0, count) }
  }).filter(({ share }) => share.of > 0)
  const gap = came / tests - expected / tests
  const squares = points.reduce(
    (sum, { predicted: chance, share }) => sum + share.of * (chance - share.right / share.of) ** 2,
    0,
  )
  return {
    id: 'calibration',
    title: message(Math.abs(gap) < 0.02 ? 'calibration.title' : gap > 0 ? 'calibration.better' : 'calibration.worse', {
      observed: percent(came / tests),
      predicted: percent(expected / tests),
      of: tests,
    }),
    note: message('calibration.note', { rmse: Math.round(1000 * Math.sqrt(squares / tests)) / 10 }),
    marks: { kind: 'against', series: [{ name: message('calibration.observed'), hue: 'backward' }], points },
    table: {
      columns: [message('calibration.predicted'), message('calibration.observed')],
      rows: points.map((point) => [
        { kind: 'percent', value: point.predicted },
        { kind: 'share', share: point.share },
      ]),
    },
  }
}
