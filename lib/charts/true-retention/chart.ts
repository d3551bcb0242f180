import { dateOfStudyDay } from '@/lib/schedule/study-day'
import type { Label } from '@/lib/view/chart'
import { type BuildChart, labelCell, message, named, percent } from '../build'
import { addShares, shareIn, type Tally, tallyBy } from '../tally'

const recentDays = 30
const months = 6

/** How often learned cards were recalled, young and mature, in the last thirty days, by month and altogether. */
export const trueRetention: BuildChart = ({ reviews, today, aim }) => {
  const byDay = tallyBy(reviews, (row) => {
    const day = reviews.day[row] ?? 0
    return day <= today ? day : null
  })
  if (byDay.size === 0) return null
  const days = [...byDay.keys()]
  const among = (fits: (day: number) => boolean): Tally =>
    addShares(days.filter(fits).flatMap((day) => byDay.get(day) ?? []))
  const monthOf = (day: number) => dateOfStudyDay(day).slice(0, 7)
  const recent = among((day) => day > today - recentDays)
  const all = among(() => true)
  const byMonth = [...new Set(days.map(monthOf))]
    .sort()
    .slice(-months)
    .map((month) => ({
      label: { kind: 'month', month } satisfies Label as Label,
      tally: among((day) => monthOf(day) === month),
    }))
  const groups = [
    { label: named('retention.recent'), tally: recent },
    ...byMonth,
    { label: named('retention.all'), tally: all },
  ].map(({ label, tally }) => ({ label, parts: [shareIn(tally.young), shareIn(tally.mature)] }))

  const isRecent = recent.young.of + recent.mature.of > 0
  const told = isRecent ? recent : all
  const of = told.young.of + told.mature.of
  const names = [message('retention.young'), message('retention.mature')] as const
  return {
    id: 'true-retention',
    title: message(isRecent ? 'retention.title' : 'retention.titleAll', {
      percent: percent((told.young.right + told.mature.right) / of),
      aim: percent(aim),
      of,
    }),
    note: message('retention.note'),
    marks: {
      kind: 'shares',
      series: [
        { name: names[0], hue: 'backward' },
        { name: names[1], hue: 'forward' },
      ],
      groups,
      aim,
    },
    table: {
      columns: [message('column.period'), ...names],
      rows: groups.map(({ label, parts }) => [
        labelCell(label),
        ...parts.map((share) => ({ kind: 'share', share }) as const),
      ]),
    },
  }
}
