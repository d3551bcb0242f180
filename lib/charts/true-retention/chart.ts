import { dateOfStudyDay } from '@/lib/schedule/study-day'
import { defaultTerms } from '@/lib/schedule/terms'
import type { Label } from '@/lib/view/chart'
import { type BuildChart, message, named } from '../build'
import { type Recall, recalls } from './recalls'
import { shareOf } from './share'

const recentDays = 30
const months = 6

/** How often learned cards were recalled, young and mature, in the last thirty days, by month and altogether. */
export const trueRetention: BuildChart = ({ events, today }) => {
  const all = recalls(events).filter(({ day }) => day <= today)
  if (all.length === 0) return null
  const recent = all.filter(({ day }) => day > today - recentDays)
  const monthOf = ({ day }: Recall) => dateOfStudyDay(day).slice(0, 7)
  const byMonth = [...new Set(all.map(monthOf))]
    .sort()
    .slice(-months)
    .map((month) => ({
      label: { kind: 'month', month } satisfies Label as Label,
      found: all.filter((recall) => monthOf(recall) === month),
    }))
  const groups = [
    { label: named('retention.recent'), found: recent },
    ...byMonth,
    { label: named('retention.all'), found: all },
  ].map(({ label, found }) => ({ label, parts: [share(found, false), share(found, true)] }))

  const told = recent.length > 0 ? recent : all
  const right = told.filter((recall) => recall.right).length
  const names = [message('retention.young'), message('retention.mature')] as const
  return {
    id: 'true-retention',
    title: message(recent.length > 0 ? 'retention.title' : 'retention.titleAll', {
      percent: Math.round((100 * right) / told.length),
      aim: Math.round(100 * defaultTerms.retention),
      of: told.length,
    }),
    marks: {
      kind: 'shares',
      series: [
        { name: names[0], hue: 'backward' },
        { name: names[1], hue: 'forward' },
      ],
      groups,
      aim: defaultTerms.retention,
    },
    table: {
      columns: [message('column.period'), ...names],
      rows: groups.map(({ label, parts }) => [
        { kind: 'label', label },
        ...parts.map((one) => ({ kind: 'share', share: one }) as const),
      ]),
    },
  }
}

const share = (found: readonly Recall[], mature: boolean) => {
  const group = found.filter((recall) => recall.mature === mature)
  return shareOf(group.filter((recall) => recall.right).length, group.length)
}
