import { describe, expect, it } from 'vitest'
import { readClassList } from '@/lib/classes/class-list'
import { canvasGrades, moodleGrades } from '@/lib/classes/grade-file'
import { reportCsv } from '@/lib/classes/report-file'
import type { ClassReport } from '@/lib/sync/class-report'

describe('a class list', () => {
  const row = (line: number, name: string, number = '', label = '', fault: string | null = null) => ({
    line,
    name,
    number,
    label,
    fault,
  })

  it('is read with or without a first row of names, in both languages, whatever separates its cells', () => {
    expect(readClassList('Ann,17,extra time\nBo,18\n')).toEqual([row(1, 'Ann', '17', 'extra time'), row(2, 'Bo', '18')])
    expect(readClassList('\uFEFF学号;姓名\r\n17;王芳\r\n')).toEqual([row(2, '王芳', '17')])
    expect(readClassList('Student\tSIS User ID\nAnn\t17')).toEqual([row(2, 'Ann', '17')])
  })

  it('tells every row that cannot be taken, and why', () => {
    const long = 'x'.repeat(101)
    expect(readClassList(`name,number\n,17\n${long},18\nAnn,19\nBo,19\nCy\nCy\n\n`)).toEqual([
      row(2, '', '17', '', 'no-name'),
      row(3, long, '18', '', 'too-long'),
      row(4, 'Ann', '19'),
      row(5, 'Bo', '19', '', 'twice'),
      row(6, 'Cy'),
      row(7, 'Cy', '', '', 'twice'),
    ])
  })
})

describe('grades', () => {
  const students = [
    { id: 'a', name: '王芳', number: '0017', email: 'fang@example.org' },
    { id: 'b', name: '=1+1, Bo', number: '', email: '' },
  ]
  const columns = [{ name: 'Losses', points: 40, scores: new Map([['a', 12.345]]) }]

  it('have the header and the row of points that Canvas reads, and an empty cell where there is no grade', () => {
    expect(canvasGrades(students, columns).split('\r\n')).toEqual([
      'Student,ID,SIS User ID,SIS Login ID,Section,Losses',
      '"    Points Possible",,,,,40',
      '王芳,,0017,fang@example.org,,12.35',
      '"\'=1+1, Bo",,,,,',
      '',
    ])
  })

  it('run no formula that somebody has for a name, with a line break in it or before it', () => {
    const named = (name: string) => moodleGrades([{ id: 'c', name, number: '1', email: '' }], [])
    expect(named('=1+1\nBo')).toContain('"\'=1+1\nBo"')
    expect(named('@SUM(A1)\r\nBo')).toContain('"\'@SUM(A1)\r\nBo"')
    expect(named('\n=1+1')).toContain('"\'\n=1+1"')
    expect(named('＝1+1'), 'in full-width signs').toContain("'＝1+1")
  })

  it('are found in Moodle by ID number or e-mail address', () => {
    expect(moodleGrades(students, columns).split('\r\n').slice(0, 2)).toEqual([
      'ID number,Email address,Full name,Losses',
      '0017,fang@example.org,王芳,12.35',
    ])
  })
})

describe('a report as a table', () => {
  const report: ClassReport = {
    students: 6,
    reviews: 30,
    today: 20_000,
    concepts: [
      { deck: 'losses', concept: 'hinge', title: 'Hinge', students: 6, recalled: { right: 9, of: 12 } },
      { deck: 'losses', concept: 'bias', title: 'Bias', students: 3, recalled: null },
    ],
    questions: [{ card: 'losses/bias', title: 'Bias?', students: 3, told: null }],
    weeks: [],
    standings: null,
  }

  it('leaves out the number of learners where it hides what they did', () => {
    expect(reportCsv(report, 'concepts').split('\r\n')).toEqual([
      'deck,concept,title,students,reviews,recalled',
      'losses,hinge,Hinge,6,12,0.75',
      'losses,bias,Bias,,,',
      '',
    ])
    expect(reportCsv(report, 'questions').split('\r\n')[1]).toBe('losses/bias,Bias?,,,,,,,')
  })
})
