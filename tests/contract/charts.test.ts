import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/charts.json'
import zh from '@/app/_i18n/messages/zh/charts.json'
import type { ChartInput } from '@/lib/charts/build'
import { charts } from '@/lib/charts/list'
import { fold } from '@/lib/schedule/replay'
import { studyDay } from '@/lib/schedule/study-day'
import type { Cell, Chart, Label } from '@/lib/view/chart'
import type { MessageKey } from '@/lib/view/verdict'
import { day, gradeEvent, randomHistory, start } from '../lib/schedule/history'

const inputOf = (seed: number): ChartInput => {
  const events = randomHistory(seed)
  const last = Math.max(start, ...events.map((event) => event.at))
  return { events, states: [...fold(events).values()], today: studyDay(gradeEvent({ at: last + day })) }
}
const built = Array.from({ length: 60 }, (_, seed) => charts.map((build) => build(inputOf(seed)))).flat()
const drawn = built.filter((chart): chart is Chart => chart !== null)

const labelMessages = (label: Label): readonly MessageKey[] => (label.kind === 'message' ? [label.message] : [])
const messagesOf = ({ title, marks, table }: Chart): readonly MessageKey[] => [
  title,
  ...marks.series.map((one) => one.name),
  ...(marks.kind === 'bars' ? [marks.unit] : marks.groups.flatMap((group) => labelMessages(group.label))),
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
const numbers = (cell: Cell): readonly number[] =>
  cell.kind === 'count' ? [cell.value] : cell.kind === 'share' ? [cell.share.right, cell.share.of] : []

describe('every chart', () => {
  it('says nothing before the first review', () => {
    for (const build of charts) expect(build({ states: [], events: [], today: 20_000 })).toBeNull()
  })

  it('has an id of its own', () => {
    const ids = new Set(drawn.map((chart) => chart.id))
    expect(ids.size).toBe(charts.length)
  })

  it('is drawn from the same numbers as its table', () => {
    for (const { id, marks, table } of drawn) {
      const fromMarks =
        marks.kind === 'bars'
          ? marks.bars.map((bar) => bar.parts)
          : marks.groups.map((group) => group.parts.flatMap((share) => [share.right, share.of]))
      expect(
        table.rows.map((row) => row.flatMap(numbers)),
        id,
      ).toEqual(fromMarks)
      for (const row of table.rows) expect(row.length, `${id}: a cell for every column`).toBe(table.columns.length)
      for (const bar of fromMarks)
        for (const one of bar) expect(Number.isInteger(one) && one >= 0, `${id}: ${one}`).toBe(true)
    }
  })

  it('has as many parts as series', () => {
    for (const { id, marks } of drawn) {
      const parts = marks.kind === 'bars' ? marks.bars : marks.groups
      for (const one of parts) expect(one.parts.length, id).toBe(marks.series.length)
    }
  })

  it.each([
    ['en', en],
    ['zh', zh],
  ] as const)('has all its words in %s', (_language, messages) => {
    for (const { key } of new Set(drawn.flatMap(messagesOf))) expect(has(messages, key), key).toBe(true)
  })
})
