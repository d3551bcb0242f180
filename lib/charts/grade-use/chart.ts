import { grades } from '@/lib/core/grade'
import { rowFlags } from '@/lib/schedule/ledger'
import { type BuildChart, countCell, labelCell, message, named, percent, sum } from '../build'

const days = 90
/** Wrong answers, or grades where nothing was marked, before a habit is spoken of. */
const enough = 20

/** Which grades are given, and whether Hard stands where Again belongs. */
export const gradeUse: BuildChart = ({ reviews, today }) => {
  const counts = grades.map(() => 0)
  let wrong = 0
  let wrongAsHard = 0
  for (let row = 0; row < reviews.length; row++) {
    const day = reviews.day[row] ?? 0
    if (day <= today - days || day > today) continue
    const grade = reviews.grade[row] ?? 0
    counts[grade] = (counts[grade] ?? 0) + 1
    if (((reviews.flags[row] ?? 0) & rowFlags.wrong) === 0) continue
    wrong++
    if (grades[grade] === 'hard') wrongAsHard++
  }
  const total = sum(counts)
  if (total === 0) return null
  const [again = 0, hard = 0] = counts
  const shown = wrong >= enough && wrongAsHard >= wrong / 4
  // Without marked answers: who says Hard often and hardly ever Again has no button for a failure.
  const likely = hard >= enough && hard > total / 10 && again < hard / 10
  const bars = grades.map((grade, i) => ({
    label: named(`grade.${grade}`),
    parts: [counts[i] ?? 0],
    emphasis: true,
  }))
  return {
    id: 'grade-use',
    title: message('grade.title', { percent: percent((total - again) / total), total, days }),
    note: shown
      ? message('grade.hardShown', { wrong, asHard: wrongAsHard })
      : likely
        ? message('grade.hardLikely', { again, hard })
        : null,
    marks: {
      kind: 'bars',
      series: [{ name: message('unit.reviewsName'), hue: 'forward' }],
      bars,
      unit: message('unit.reviews'),
    },
    table: {
      columns: [message('column.grade'), message('unit.reviewsName')],
      rows: bars.map(({ label, parts }) => [labelCell(label), ...parts.map(countCell)]),
    },
  }
}
