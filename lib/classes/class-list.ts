import Papa from 'papaparse'

/** One row of a class list as it was read. */
export interface ListRow {
  /** Line of the file, from 1. */
  readonly line: number
  readonly name: string
  readonly number: string
  readonly label: string
  /** Why it cannot be taken; null where it can. */
  readonly fault: 'no-name' | 'too-long' | 'control' | 'twice' | null
}

export const mostRows = 500
const longest = 100

const columnNames: { readonly [C in 'name' | 'number' | 'label']: readonly string[] } = {
  name: ['name', 'student', 'student name', 'full name', '姓名', '学生', '名字'],
  number: ['number', 'id', 'student id', 'id number', 'sis user id', '学号', '编号'],
  label: ['label', 'group', '标签', '分组', '组别'],
}
type ColumnName = keyof typeof columnNames

const placeOf = (header: readonly string[], column: ColumnName): number =>
  header.findIndex((cell) => columnNames[column].includes(cell))

/**
 * A class list out of comma, semicolon or tab separated text: name, number, label, in this order or as a first row names
 * them, in English or Chinese. Every row is told, those that cannot be taken with the reason.
 */
export const readClassList = (text: string): readonly ListRow[] => {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { data } = Papa.parse<string[]>(clean, { skipEmptyLines: false, delimiter: separatorOf(clean) })
  const header = data[0]?.map((cell) => cell.trim().toLowerCase()) ?? []
  const named = placeOf(header, 'name') >= 0
  const at = (column: ColumnName, otherwise: number) => (named ? placeOf(header, column) : otherwise)
  const places = { name: at('name', 0), number: at('number', 1), label: at('label', 2) }
  const seen = new Set<string>()
  let line = 1
  return data.flatMap((row, index): readonly ListRow[] => {
    const own = line
    line += 1 + row.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
    if ((named && index === 0) || row.every((cell) => cell.trim() === '')) return []
    const cell = (place: number) => (row[place] ?? '').trim()
    const [name, number, label] = [cell(places.name), cell(places.number), cell(places.label)]
    const key = number === '' ? `name ${name}` : `number ${number}`
    const fault = faultOf([name, number, label]) ?? (seen.has(key) ? 'twice' : null)
    seen.add(key)
    return [{ line: own, name, number, label, fault }]
  })
}

/** The separator that the first line has most of. */
const separatorOf = (text: string): string => {
  const [first = ''] = text.split('\n', 1)
  const count = (separator: string) => first.split(separator).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

const faultOf = (cells: readonly string[]): ListRow['fault'] => {
  if (cells[0] === '') return 'no-name'
  if (cells.some((cell) => cell.length > longest)) return 'too-long'
  return cells.some((cell) => /\p{Cc}/u.test(cell)) ? 'control' : null
}
