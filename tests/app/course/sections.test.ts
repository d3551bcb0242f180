import { expect, test } from 'vitest'
import { sectionHref, studiesOf } from '@/app/_ui/course/sections'

test('sections are grouped by study in the order of the course', () => {
  const section = (id: string, study: number) => ({ id, title: id, study })
  const studies = studiesOf([section('a', 2), section('b', 2), section('c', 6)])
  expect(studies.map(({ study, sections }) => [study, sections.map(({ id }) => id)])).toEqual([
    [2, ['a', 'b']],
    [6, ['c']],
  ])
})

test('an address is escaped', () => {
  expect(sectionHref('a b', 'c/d')).toBe('/course/a%20b/c%2Fd')
})
