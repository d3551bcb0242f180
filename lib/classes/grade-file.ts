import { type CsvCell, csvOf } from './csv'

/** Somebody who is graded. */
export interface Graded {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly email: string
}

/** One thing that is graded, e.g. an exam. */
export interface GradeColumn {
  readonly name: string
  readonly points: number
  /** By student; whoever is missing has no grade, which is not a zero. */
  readonly scores: ReadonlyMap<string, number>
}

const score = (column: GradeColumn, student: Graded): CsvCell => {
  const value = column.scores.get(student.id)
  return value === undefined ? null : Math.round(value * 100) / 100
}

/**
 * As Canvas' gradebook takes them: these five columns first, and a second row that says the points possible, its first cell
 * indented as Canvas writes it. Canvas finds students by SIS User ID (the number on the class list) or SIS Login ID (the
 * e-mail address), and offers a new assignment for a column it does not know.
 */
export const canvasGrades = (students: readonly Graded[], columns: readonly GradeColumn[]): string =>
  csvOf([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', ...columns.map(({ name }) => name)],
    ['    Points Possible', null, null, null, null, ...columns.map(({ points }) => points)],
    ...students.map((student) => [
      student.name,
      null,
      student.number,
      student.email,
      null,
      ...columns.map((column) => score(column, student)),
    ]),
  ])

/** As Moodle's grade import takes them: one row of names, students found by ID number or e-mail address. */
export const moodleGrades = (students: readonly Graded[], columns: readonly GradeColumn[]): string =>
  csvOf([
    ['ID number', 'Email address', 'Full name', ...columns.map(({ name }) => name)],
    ...students.map((student) => [
      student.number,
      student.email,
      student.name,
      ...columns.map((column) => score(column, student)),
    ]),
  ])
