import type { Played } from '@/lib/schedule/simulate'
import type { Chart, Label } from '@/lib/view/chart'
import { message } from '../build'

/** The outcome of one desired retention. */
export interface Point extends Played {
  /** 0..1 */
  readonly retention: number
}

const percent = (share: number) => Math.round(share * 100)
/** Two digits: a small deck takes a fraction of a minute. */
const short = (value: number) => (value >= 10 ? Math.round(value) : Number(value.toPrecision(2)))

/** What each desired retention costs and brings, the one in use standing out. */
export const workloadCharts = (points: readonly Point[], current: number, days: number): readonly Chart[] => {
  const label = (retention: number): Label => ({
    kind: 'message',
    message: message('workload.percent', { percent: percent(retention) }),
  })
  const chart = (id: string, height: (point: Point) => number, title: Chart['title'], unit: string): Chart => ({
    id,
    title,
    marks: {
      kind: 'bars',
      series: [{ name: message(`workload.${id}`), hue: 'forward' }],
      bars: points.map((point) => ({
        label: label(point.retention),
        parts: [height(point)],
        emphasis: percent(point.retention) === percent(current),
      })),
      unit: message(unit),
    },
    table: {
      columns: [message('workload.retention'), message('workload.minutes'), message('workload.known')],
      rows: points.map(({ retention, minutesPerDay, known }) => [
        { kind: 'label', label: label(retention) },
        { kind: 'count', value: short(minutesPerDay) },
        { kind: 'count', value: Math.round(known) },
      ]),
    },
  })
  const own = points.find(({ retention }) => percent(retention) === percent(current))
  const values = {
    percent: percent(current),
    minutes: short(own?.minutesPerDay ?? 0),
    known: Math.round(own?.known ?? 0),
    days,
  }
  return [
    chart(
      'minutes',
      (point) => short(point.minutesPerDay),
      message('workload.minutesTitle', values),
      'workload.minutes',
    ),
    chart('known', (point) => Math.round(point.known), message('workload.knownTitle', values), 'workload.known'),
  ]
}
