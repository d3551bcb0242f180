import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/charts.json'
import zh from '@/app/_i18n/messages/zh/charts.json'
import { behindBy, classCharts } from '@/lib/classes/charts'
import type { ClassReport, StudentReport } from '@/lib/sync/class-report'

const student = (id: string, wanted: number, begun: number): StudentReport => ({
  id,
  name: id,
  number: '',
  label: '',
  email: '',
  joinedAt: 0,
  decks: [{ deck: 'losses', total: 100, begun, paced: { wanted, begun } }],
  onTrack: begun >= wanted,
  reviews: 0,
  week: { reviews: 0, minutes: 0 },
  lastDay: null,
  recalled: { right: 0, of: 0 },
})
const report: ClassReport = {
  students: 3,
  reviews: 30,
  today: 20_000,
  concepts: [
    { deck: 'losses', concept: 'hinge', title: 'Hinge', students: 6, recalled: { right: 9, of: 10 } },
    { deck: 'losses', concept: 'softmax', title: 'Softmax', students: 6, recalled: { right: 5, of: 10 } },
    { deck: 'losses', concept: 'bias', title: 'Bias', students: 3, recalled: null },
  ],
  questions: [],
  weeks: [
    { from: 19_992, students: 6, reviews: 12, recalled: { right: 8, of: 10 } },
    { from: 19_999, students: 6, reviews: 12, recalled: { right: 9, of: 10 } },
  ],
  standings: [student('a', 20, 20), student('b', 20, 12), student('c', 60, 5)],
}
const [track, concepts, weeks] = classCharts(report)

describe('charts of a class', () => {
  it('say how many are on track, and how far the others are behind', () => {
    expect(track?.title).toEqual({ key: 'class.trackTitle', values: { on: 1, students: 3 } })
    expect(track?.table.rows.map(([, cell]) => cell)).toEqual([1, 1, 0, 1].map((value) => ({ kind: 'count', value })))
    expect(track?.marks).toMatchObject({ kind: 'levels', levels: [{ value: 1, of: 3 }, {}, {}, {}] })
    expect(report.standings?.map(behindBy)).toEqual([0, 8, 55])
  })

  it('put the concept first that is kept in mind worst, and leave out what too few have reviewed', () => {
    expect(concepts?.marks).toMatchObject({
      kind: 'levels',
      levels: [
        { label: { name: 'Softmax' }, value: 5, of: 10 },
        { label: { name: 'Hinge' }, value: 9, of: 10 },
      ],
    })
    expect(concepts?.title.values).toEqual({ percent: 70, reviews: 20 })
  })

  it('follow recall from the first week to the latest', () => {
    expect(weeks?.title.values).toEqual({ first: 80, last: 90 })
    expect(weeks?.table.rows).toHaveLength(2)
  })

  it('are silent where there is nothing to say', () => {
    expect(classCharts({ ...report, concepts: [], weeks: [], standings: null })).toEqual([])
  })

  it.each([
    ['en', en],
    ['zh', zh],
  ])('have their words in %s', (_, messages) => {
    const at = (key: string) =>
      key
        .split('.')
        .reduce<unknown>((value, part) => (value as { [name: string]: unknown } | undefined)?.[part], messages)
    for (const chart of classCharts(report))
      for (const { key } of [chart.title, ...chart.table.columns, ...(chart.note ? [chart.note] : [])])
        expect(at(key), key).toEqual(expect.any(String))
  })
})
