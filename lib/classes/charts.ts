import { labelCell, message, named, percent, sum } from '@/lib/charts/build'
import { shareOf } from '@/lib/charts/share'
import { dateOfStudyDay } from '@/lib/schedule/study-day'
import type { ClassReport, StudentReport } from '@/lib/sync/class-report'
import type { Chart } from '@/lib/view/chart'

const shownConcepts = 12

/** Cards that a student has not begun although the paces wanted them by now. */
export const behindBy = ({ decks }: StudentReport): number =>
  sum(decks.map(({ paced }) => Math.max(0, paced.wanted - paced.begun)))

/** How many students are on track, and how far the others are behind. */
const track = ({ standings }: ClassReport): Chart | null => {
  if (standings === null || standings.length === 0) return null
  const behind = standings.map(behindBy)
  const count = (from: number, to: number) => behind.filter((cards) => cards >= from && cards <= to).length
  const groups = [
    { label: named('class.onTrack'), students: count(0, 0) },
    { label: named('class.behind', { from: 1, to: 10 }), students: count(1, 10) },
    { label: named('class.behind', { from: 11, to: 30 }), students: count(11, 30) },
    { label: named('class.behindMore', { from: 30 }), students: count(31, Number.POSITIVE_INFINITY) },
  ]
  const unit = message('class.studentsName')
  return {
    id: 'class-track',
    title: message('class.trackTitle', { on: count(0, 0), students: standings.length }),
    marks: {
      kind: 'levels',
      series: [{ name: unit, hue: 'forward' }],
      levels: groups.map(({ label, students }) => ({ label, value: students, of: standings.length })),
    },
    table: {
      columns: [message('class.standing'), unit],
      rows: groups.map(({ label, students }) => [labelCell(label), { kind: 'count', value: students }]),
    },
  }
}

/** Concepts that are kept in mind worst, among those enough students have reviewed. */
const concepts = (report: ClassReport): Chart | null => {
  const told = report.concepts.flatMap(({ title, recalled }) =>
    recalled === null || recalled.of === 0 ? [] : [{ title, ...recalled }],
  )
  if (told.length === 0) return null
  const all = { right: sum(told.map(({ right }) => right)), of: sum(told.map(({ of }) => of)) }
  const worst = [...told].sort((a, b) => a.right / a.of - b.right / b.of || (a.title < b.title ? -1 : 1))
  const column = message('class.recalled')
  return {
    id: 'class-concepts',
    title: message('class.conceptsTitle', { percent: percent(all.right / all.of), reviews: all.of }),
    note: message('class.conceptsNote'),
    marks: {
      kind: 'levels',
      series: [{ name: column, hue: 'forward' }],
      levels: worst
        .slice(0, shownConcepts)
        .map(({ title, right, of }) => ({ label: { kind: 'name', name: title }, value: right, of })),
    },
    table: {
      columns: [message('weakest.concept'), column],
      rows: worst.map(({ title, right, of }) => [
        labelCell({ kind: 'name', name: title }),
        { kind: 'share', share: shareOf(right, of) },
      ]),
    },
  }
}

/** Recall week by week. */
const weeks = (report: ClassReport): Chart | null => {
  const told = report.weeks.filter(({ recalled }) => recalled.of > 0)
  const [first, last] = [told[0], told.at(-1)]
  if (first === undefined || last === undefined || told.length < 2) return null
  const column = message('class.recalled')
  const points = told.map(({ from, recalled }) => ({
    label: { kind: 'date', date: dateOfStudyDay(from) } as const,
    parts: [shareOf(recalled.right, recalled.of)],
  }))
  return {
    id: 'class-weeks',
    title: message('class.weeksTitle', {
      first: percent(first.recalled.right / first.recalled.of),
      last: percent(last.recalled.right / last.recalled.of),
    }),
    note: message('weekly.note'),
    marks: { kind: 'trend', series: [{ name: column, hue: 'forward' }], points, aim: null },
    table: {
      columns: [message('column.week'), message('class.studentsName'), message('unit.reviewsName'), column],
      rows: told.map(({ from, students, reviews, recalled }) => [
        labelCell({ kind: 'date', date: dateOfStudyDay(from) }),
        { kind: 'count', value: students },
        { kind: 'count', value: reviews },
        { kind: 'share', share: shareOf(recalled.right, recalled.of) },
      ]),
    },
  }
}

/** The charts of a class in reading order; those without anything to say are left out. */
export const classCharts = (report: ClassReport): readonly Chart[] =>
  [track(report), concepts(report), weeks(report)].filter((chart) => chart !== null)
