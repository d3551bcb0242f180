import type { Block } from './block'
import type { Line, LinePart } from './line'
import { firstSign, lastSign, partFrom, widthOf } from './line-signs'
import { type Cursor, type Opened, type Opener, openersBehindMarker, openersBehindSetext, openersOf } from './openers'
import { makePassage } from './passage'

const marker = /^(?:([-+*•])|(\d{1,9})[.)、．]|([（(]\d{1,3}[)）]))(?=\s|$)[ \t]*/
const gluedMarker = /^(\d{1,3})(?:[.、．](?=[^\d\s.])|[)）](?=\S))/
const setext = /^(=+|-+)[ \t]*$/
const quote = /^[ \t]*>[ \t]?/
const callout = /^\[!([\w-]+)\][-+]?[ \t]*/
const task = /^\[[ xX]\][ \t]+/
/** Quotes and markers in front of one line: more is an attack, and stays text. */
const deepest = 60

const behindQuotes = (text: string): number => {
  let from = 0
  for (let depth = 0; depth < deepest; depth++) {
    const mark = quote.exec(text.slice(from, from + 200))
    if (mark === null) break
    from += mark[0].length
  }
  return from
}

const markerOf = ({ rest, isFirst }: Cursor): { readonly length: number; readonly number: number | null } | null => {
  const sign = marker.exec(rest) ?? (isFirst ? gluedMarker.exec(rest) : null)
  if (sign === null) return null
  const digits = /\d+/.exec(sign[0])?.[0]
  return { length: sign[0].length, number: digits === undefined ? null : Number(digits) }
}

const openedBy = (openers: readonly Opener[], cursor: Cursor): Opened | null => {
  for (const opener of openers) {
    const opened = opener(cursor)
    if (opened !== null) return opened
  }
  return null
}

/** A paragraph that may still go on. */
interface Paragraph {
  readonly parts: LinePart[]
  readonly indent: number
  readonly blankBefore: boolean
}

/** Cuts notes into blocks, line by line, in one pass. Every text is accepted: what is no block is a paragraph. */
export const readBlocks = (lines: readonly Line[]): Block[] => {
  const reader = new BlockReader(lines)
  for (let index = 0; index < lines.length; ) index = reader.read(index) + 1
  return reader.finish()
}

class BlockReader {
  private readonly blocks: Block[] = []
  private readonly openers: readonly Opener[]
  private paragraph: Paragraph | null = null
  private blank = true

  constructor(private readonly lines: readonly Line[]) {
    this.openers = openersOf(lines)
  }

  finish(): Block[] {
    this.close()
    return this.blocks
  }

  /** Reads what begins on a line; the answer is the last line that was taken. */
  read(index: number): number {
    const line = this.lines[index]
    if (line === undefined) return index
    const from = behindQuotes(line.text)
    const at = firstSign(line.text, from)
    if (at >= line.text.length) {
      this.close()
      this.blank = true
      return index
    }
    if (from > 0 && this.readCallout(line, at)) return index
    const last = this.readFrom({
      lines: this.lines,
      index,
      line,
      from,
      at,
      rest: line.text.slice(at),
      indent: widthOf(line.text, at),
      blankBefore: this.blank,
      isFirst: true,
    })
    this.blank = false
    return last
  }

  private close(): void {
    if (this.paragraph === null) return
    const { parts, indent, blankBefore } = this.paragraph
    this.blocks.push({ kind: 'text', indent, blankBefore, passage: makePassage(parts) })
    this.paragraph = null
  }

  /** `> [!note] title`: the title is a line of its own. */
  private readCallout(line: Line, at: number): boolean {
    const sign = callout.exec(line.text.slice(at, at + 60))
    if (sign === null) return false
    this.close()
    const start = at + sign[0].length
    const passage = makePassage([partFrom(line, start)])
    if (passage.raw !== '')
      this.blocks.push({ kind: 'text', indent: widthOf(line.text, start), blankBefore: true, passage })
    this.blank = true
    return true
  }

  private readFrom(start: Cursor): number {
    let cursor = start
    for (let depth = 0; ; depth++) {
      const opened = openedBy(this.openers, cursor) ?? this.underlined(cursor) ?? openedBy(openersBehindSetext, cursor)
      if (opened !== null) return this.push(opened)
      const sign = depth < deepest ? markerOf(cursor) : null
      if (sign === null) break
      const next = this.pushMarker(cursor, sign)
      if (next === null) return cursor.index
      cursor = next
    }
    const opened = openedBy(openersBehindMarker, cursor)
    if (opened !== null) return this.push(opened)
    const part = partFrom(cursor.line, cursor.at)
    if (this.paragraph !== null && !cursor.blankBefore && cursor.isFirst) this.paragraph.parts.push(part)
    else {
      this.close()
      this.paragraph = { parts: [part], indent: cursor.indent, blankBefore: cursor.blankBefore }
    }
    return cursor.index
  }

  private push({ block, last }: Opened): number {
    this.close()
    this.blocks.push(block)
    return last
  }

  /** A paragraph of one line with `===` or `---` below it is a heading. */
  private underlined({ rest, isFirst, index, indent, blankBefore }: Cursor): Opened | null {
    const [part, more] = this.paragraph?.parts ?? []
    if (!isFirst || blankBefore || part === undefined || more !== undefined || !setext.test(rest)) return null
    this.paragraph = null
    const level = rest.startsWith('=') ? 1 : 2
    return { block: { kind: 'heading', indent, blankBefore, level, passage: makePassage([part]) }, last: index }
  }

  /** The place behind a list marker, or null when nothing stands there. */
  private pushMarker(cursor: Cursor, { length, number }: { length: number; number: number | null }): Cursor | null {
    const { line, at, indent, blankBefore } = cursor
    const next = at + length
    this.close()
    this.blocks.push({
      kind: 'marker',
      indent,
      blankBefore,
      number,
      width: widthOf(line.text, next) - indent,
      passage: makePassage([{ line, from: at, to: next }]),
    })
    const behind = next + (task.exec(line.text.slice(next, next + 8))?.[0].length ?? 0)
    if (behind >= lastSign(line.text)) return null
    return { ...cursor, at: behind, rest: line.text.slice(behind), indent: widthOf(line.text, behind), isFirst: false }
  }
}
