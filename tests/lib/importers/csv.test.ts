import { describe, expect, it } from 'vitest'
import { csv } from '@/lib/importers/csv/importer'
import { importFile } from '@/lib/importers/import-file'
import { fieldsOf, readImport, reasonsOf } from '@/tests/support/read-import'

describe('cards from separated text', () => {
  it('keeps line breaks and quotes inside a quoted cell, and counts lines past them', () => {
    const read = readImport(csv, '"a ""b""","line 1\nline 2"\nc,d')
    expect(fieldsOf(read)).toEqual([
      { front: 'a "b"', back: 'line 1\nline 2' },
      { front: 'c', back: 'd' },
    ])
    expect(read.rows.map(({ line }) => line)).toEqual([1, 3])
  })

  it('takes columns by name when the first row names them', () => {
    expect(fieldsOf(readImport(csv, 'tags;back;front\nx y;B;F'))).toEqual([{ front: 'F', back: 'B', tags: ['x', 'y'] }])
  })

  it('takes columns by their Chinese names, and by those of a question and its answer', () => {
    const card = [{ front: 'F', back: 'B', tags: ['t'] }]
    expect(fieldsOf(readImport(csv, '标签,背面,正面\nt,B,F'))).toEqual(card)
    expect(fieldsOf(readImport(csv, '问题\t答案\t标签\nF\tB\tt'))).toEqual(card)
    expect(fieldsOf(readImport(csv, 'Answer,Question,Tags\nB,F,t'))).toEqual(card)
    const told = importFile(new TextEncoder().encode('题目;回答\nF;B\n'), 'no ending')
    expect(told).toMatchObject({ ok: true, value: { from: 'csv' } })
  })

  it('names the row that has no back, and reads the others', () => {
    const read = readImport(csv, 'a,b\nc\nd,e')
    expect(read.cards).toHaveLength(2)
    expect(reasonsOf(read)).toEqual([[], ['no-answer'], []])
  })

  it('leaves out a second row with the same front', () => {
    expect(reasonsOf(readImport(csv, 'a,b\na,c'))).toEqual([[], ['twin']])
  })

  it('reads UTF-8 with a mark, and UTF-16 as spreadsheets save it', () => {
    expect(fieldsOf(readImport(csv, '\ufeff问题,答案'))).toEqual([{ front: '问题', back: '答案' }])
  })
})
