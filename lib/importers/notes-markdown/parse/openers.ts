import type { Block } from './block'
import { closingMath, opensMath } from './display-math'
import { closingFences, fenceOf } from './fences'
import type { Line } from './line'
import { dedent, firstSign, partFrom } from './line-signs'
import { makePassage, type Passage } from './passage'
import { cellsOf, isDelimiterRow } from './table'

/** Where the reader stands: on a line, behind its quote signs and list markers. */
export interface Cursor {
  readonly lines: readonly Line[]
  readonly index: number
  readonly line: Line
  /** Behind quote signs only: where each further row of a table begins. */
  readonly from: number
  readonly at: number
  readonly rest: string
  readonly indent: number
  readonly blankBefore: boolean
  /** No list marker stands before it on this line. */
  readonly isFirst: boolean
}

/** A block and the last line it takes. */
export interface Opened {
  readonly block: Block
  readonly last: number
}

export type Opener = (cursor: Cursor) => Opened | null

const heading = /^(#{1,6})(?=[ \t]|$)/
/** `###Study` is no heading to Markdown, yet people mean one. */
const gluedHeading = /^(#{2,6})(?=[^\s#])/
const thematic = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

const lookOf = ({ indent, blankBefore }: Cursor) => ({ indent, blankBefore })

const passageOf = ({ lines, index, at }: Cursor, last: number): Passage =>
  makePassage(lines.slice(index, last + 1).map((line, k) => partFrom(line, k === 0 ? at : firstSign(line.text, 0))))

const firstBlank = (lines: readonly Line[], from: number): number => {
  let at = from
  while (at < lines.length && lines[at]?.text.trim() !== '') at++
  return at
}

/** A fence that never closes ends at the next blank line: half a course must not become code. */
const code = (lines: readonly Line[]): Opener => {
  const closing = closingFences(lines)
  return (cursor) => {
    const fence = fenceOf(cursor.rest)
    if (fence === null) return null
    const end = closing(cursor.index + 1, fence)
    const stop = end ?? firstBlank(lines, cursor.index + 1)
    const inner = lines.slice(cursor.index + 1, stop).map(({ text }) => text)
    const last = end ?? stop - 1
    return {
      block: {
        ...lookOf(cursor),
        kind: 'code',
        language: fence.language,
        code: dedent(inner, cursor.indent),
        passage: passageOf(cursor, last),
      },
      last,
    }
  }
}

const math = (lines: readonly Line[]): Opener => {
  const closing = closingMath(lines)
  return (cursor) => {
    const opened = opensMath(cursor.rest)
    const last = opened === null ? null : opened.endsHere ? cursor.index : closing(cursor.index + 1, opened.closer)
    if (opened === null || last === null) return null
    const passage = passageOf(cursor, last)
    return { block: { ...lookOf(cursor), kind: 'math', tex: opened.texOf(passage.raw), passage }, last }
  }
}

/** Without the signs some people close a heading with. */
const closedHeading = (text: string): string => {
  const trimmed = text.trimEnd()
  let to = trimmed.length
  while (to > 0 && trimmed.charAt(to - 1) === '#') to--
  return to < trimmed.length && /\s/.test(trimmed.charAt(to - 1)) ? trimmed.slice(0, to).trimEnd() : trimmed
}

const title: Opener = (cursor) => {
  const signs = cursor.isFirst ? (heading.exec(cursor.rest) ?? gluedHeading.exec(cursor.rest))?.[1] : undefined
  if (signs === undefined) return null
  const start = cursor.at + signs.length
  const from = firstSign(cursor.line.text, start)
  const to = Math.max(from, start + closedHeading(cursor.rest.slice(signs.length)).length)
  const passage = makePassage([{ line: cursor.line, from, to }])
  return { block: { ...lookOf(cursor), kind: 'heading', level: signs.length, passage }, last: cursor.index }
}

const rule: Opener = (cursor) =>
  thematic.test(cursor.rest.trimEnd())
    ? { block: { ...lookOf(cursor), kind: 'rule', passage: passageOf(cursor, cursor.index) }, last: cursor.index }
    : null

const table: Opener = (cursor) => {
  const { lines, index, at, from, rest } = cursor
  const below = lines[index + 1]
  if (!rest.includes('|') || below === undefined || !isDelimiterRow(below.text)) return null
  let end = index + 2
  while (end < lines.length && lines[end]?.text.includes('|') === true) end++
  const rows = [cursor.line, ...lines.slice(index + 2, end)].map((row, k) =>
    cellsOf(row, k === 0 ? at : from).map((part) => makePassage([part])),
  )
  return { block: { ...lookOf(cursor), kind: 'table', rows, passage: passageOf(cursor, end - 1) }, last: end - 1 }
}

/** What a line may begin besides a list item and a paragraph, in the order they are tried. */
export const openersOf = (lines: readonly Line[]): readonly Opener[] => [code(lines), math(lines), title]

/** These lose against a Setext heading, and the last against a list item. */
export const openersBehindSetext: readonly Opener[] = [rule]
export const openersBehindMarker: readonly Opener[] = [table]
