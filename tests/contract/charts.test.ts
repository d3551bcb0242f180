import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/charts.json'
import zh from '@/app/_i18n/messages/zh/charts.json'
import type { ChartInput } from '@/lib/charts/build'
import { charts } from '@/lib/charts/list'
import { grades } from '@/lib/core/grade'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { studyDay } from '@/lib/schedule/study-day'
import type { Cell, Chart, Label, Marks, Share } from '@/lib/view/chart'
import type { MessageKey } from '@/lib/view/verdict'
import { chartInput } from '../lib/charts/input'
import { day, gradeEvent, randomHistory, start } from '../lib/schedule/history'

const inputOf = (seed: number): ChartInput => {
  const events = randomHistory(seed)
  const last = Math.max(start, ...events.map((event) => event.at))
  return chartInput(events, studyDay(gradeEvent({ at: last + day })), ['deck/unseen'])
}
/** A year of one card a day, so that the charts that want many tests speak too. */
const longYear = (): ChartInput => {
  const rng = makeRng('year')
  const events = Array.from({ length: 400 }, (_, i) =>
    gradeEvent({
      id: asId<EventId>(`y${i}`),
      cardId: asId<CardId>(`deck/card-${i % 12}`),
      at: start + i * day + rng.integer(0, 3) * 3_600_000,
      grade: grades[rng.integer(0, 4) === 0 ? 0 : rng.integer(1, 3)] ?? 'good',
    }),
  )
  return chartInput(events, studyDay(gradeEvent({ at: start + 400 * day })))
}
const inputs = [...Array.from({ length: 60 }, (_, seed) => inputOf(seed)), longYear()]
const built = inputs.flatMap((input) => charts.map((build) => build(input)))
const drawn = built.filter((chart): chart is Chart => chart !== null)

const labelMessages = (label: Label): readonly MessageKey[] => (label.kind === 'message' ? [label.message] : [])
const labelsIn = (marks: Marks): readonly Label[] => {
  switch (marks.kind) {
    case 'bars':
      return marks.bars.map(({ label }) => label)
    case 'shares':
      return marks.groups.map(({ label }) => label)
    case 'trend':
      return marks.points.map(({ label }) => label)
    case 'levels':
      return marks.levels.map(({ label }) => label)
    default:
      return []
  }
}
const shareNumbers = ({ right, of }: Share) => [right, of]
/** The numbers that are drawn, a list a row. */
const numbersIn = (marks: Marks): readonly (readonly number[])[] => {
  switch (marks.kind) {
    case 'bars':
      return marks.bars.map(({ parts }) => parts)
    case 'shares':
      return marks.groups.map(({ parts }) => parts.flatMap(shareNumbers))
    case 'trend':
      return marks.points.map(({ parts }) => parts.flatMap(shareNumbers))
    case 'against':
      return marks.points.map(({ predicted, share }) => [predicted, ...shareNumbers(share)])
    case 'calendar':
      return marks.counts.map((count) => [count])
    case 'levels':
      return marks.levels.map(({ value, of }) => [value, of])
  }
}
const partsIn = (marks: Marks): readonly number[] => {
  if (marks.kind === 'bars') return marks.bars.map(({ parts }) => parts.length)
  if (marks.kind === 'shares') return marks.groups.map(({ parts }) => parts.length)
  return marks.kind === 'trend' ? marks.points.map(({ parts }) => parts.length) : [1]
}
const messagesOf = ({ title, note, marks, table }: Chart): readonly MessageKey[] => [
  title,
  ...(note ? [note] : []),
  ...marks.series.map((one) => one.name),
  ...(marks.kind === 'bars' ? [marks.unit] : []),
  ...labelsIn(marks).flatMap(labelMessages),
  ...table.columns,
]
const has = (messages: object, key: string): boolean => {
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, part) => (at instanceof Object ? Object.entries(at).find(([name]) => name === part)?.[1] : undefined),
      messages,
    )
  return typeof found === 'string'
}
const numbers = (cell: Cell): readonly number[] => {
  if (cell.kind === 'label') return []
  return cell.kind === 'share' ? shareNumbers(cell.share) : [cell.value]
}

describe('every chart', () => {
  it('says nothing before the first review', () => {
    for (const build of charts) expect(build(chartInput([], 20_000, ['deck/a', 'deck/b']))).toBeNull()
  })

  it('has an id of its own', () => {
    const ids = new Set(drawn.map((chart) => chart.id))
    expect(ids.size).toBe(charts.length)
  })

  it('is drawn from the same numbers as its table', () => {
    for (const { id, marks, table } of drawn) {
      const fromMarks = numbersIn(marks)
      expect(
        table.rows.map((row) => row.flatMap(numbers)),
        id,
      ).toEqual(fromMarks)
      for (const row of table.rows) expect(row.length, `${id}: a cell for every column`).toBe(table.columns.length)
      for (const bar of fromMarks)
        for (const one of bar) expect(Number.isFinite(one) && one >= 0, `${id}: ${one}`).toBe(true)
    }
  })

  it('has as many parts as series', () => {
    for (const { id, marks } of drawn) {
      for (const parts of partsIn(marks)) expect(parts, id).toBe(marks.series.length)
    }
  })

  it.each([
    ['en', en],
    ['zh', zh],
  ] as const)('has all its words in %s', (_language, messages) => {
    for (const { key } of new Set(drawn.flatMap(messagesOf))) expect(has(messages, key), key).toBe(true)
  })
})
