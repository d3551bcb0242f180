import type { Block } from './block'
import { closingMath, opensMath } from './display-math'
import { closingFences, fenceOf } from './fences'
import type { Line, LinePart } from './line'
import { makePassage } from './passage'
import { cellsOf, isDelimiterRow } from './table'

const heading = /^(#{1,6})(?=[ \t]|$)/
/** `###Study` is no heading to Markdown, yet people mean one. */
const gluedHeading = /^(#{2,6})(?=[^\s#])/
const marker = /^(?:([-+*•])|(\d{1,9})[.)、．]|([（(]\d{1,3}[)）]))(?=\s|$)[ \t]*/
const gluedMarker = /^(\d{1,3})(?:[.、．](?=[^\d\s.])|[)）](?=\S))/
const thematic = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const setext = /^(=+|-+)[ \t]*$/
const quote = /^[ \t]*>[ \t]?/
const callout = /^\[!([\w-]+)\][-+]?[ \t]*/
const task = /^\[[ xX]\][ \t]+/
/** Quotes and markers in front of one line: more is an attack, and stays text. */
const deepest = 60

const widthOf = (text: string, to: number): number => {
  let width = 0
  for (let i = 0; i < to; i++) width = text.charCodeAt(i) === 9 ? width + 4 - (width % 4) : width + 1
  return width
}

const firstSign = (text: string, from: number): number => {
  let at = from
  while (at < text.length && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  return at
}

const lastSign = (text: string): number => {
  let at = text.length
  while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--
  return at
}

/** Cuts notes into blocks, line by line, in one pass. Every text is accepted: what is no block is a paragraph. */
export const readBlocks = (lines: readonly Line[]): Block[] => {
  const blocks: Block[] = []
  const fenceEnd = closingFences(lines)
  const mathEnd = closingMath(lines)
  let paragraph: { parts: LinePart[]; indent: number; blankBefore: boolean } | null = null
  let blank = true

  const close = () => {
    if (paragraph === null) return
    const { parts, indent, blankBefore } = paragraph
    blocks.push({ kind: 'text', indent, blankBefore, passage: makePassage(parts) })
    paragraph = null
  }
  const partOf = (line: Line, from: number): LinePart => ({ line, from, to: Math.max(from, lastSign(line.text)) })

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) break
    let from = 0
    for (let depth = 0; depth < deepest; depth++) {
      const mark = quote.exec(line.text.slice(from, from + 200))
      if (mark === null) break
      from += mark[0].length
    }
    const quoted = from > 0
    let at = firstSign(line.text, from)
    if (at >= line.text.length) {
      close()
      blank = true
      continue
    }
    if (quoted) {
      const title = callout.exec(line.text.slice(at, at + 60))
      if (title !== null) {
        close()
        at += title[0].length
        const passage = makePassage([partOf(line, at)])
        if (passage.raw !== '')
          blocks.push({ kind: 'text', indent: widthOf(line.text, at), blankBefore: true, passage })
        blank = true
        continue
      }
    }
    let isItem = false
    for (let depth = 0; ; depth++) {
      const rest = line.text.slice(at)
      const indent = widthOf(line.text, at)
      const base = { indent, blankBefore: blank }
      const fence = fenceOf(rest)
      if (fence !== null) {
        close()
        const end = fenceEnd(i + 1, fence)
        const stop = end ?? firstBlank(lines, i + 1)
        const inner = lines.slice(i + 1, stop)
        blocks.push({
          ...base,
          kind: 'code',
          language: fence.language,
          code: dedent(
            inner.map(({ text }) => text),
            indent,
          ),
          passage: makePassage(
            lines
              .slice(i, end === null ? stop : end + 1)
              .map((one, k) => partOf(one, k === 0 ? at : firstSign(one.text, 0))),
          ),
        })
        i = end === null ? stop - 1 : end
        break
      }
      const math = opensMath(rest)
      if (math !== null) {
        const end = math.endsHere ? i : mathEnd(i + 1, math.closer)
        if (end !== null) {
          close()
          const parts = lines.slice(i, end + 1).map((one, k) => partOf(one, k === 0 ? at : firstSign(one.text, 0)))
          blocks.push({
            ...base,
            kind: 'math',
            tex: math.texOf(parts.map(textOf).join('\n')),
            passage: makePassage(parts),
          })
          i = end
          break
        }
      }
      const title =
        depth === 0 || isItem ? (heading.exec(rest) ?? (depth === 0 ? gluedHeading.exec(rest) : null)) : null
      if (title !== null && depth === 0) {
        close()
        const start = at + (title[1]?.length ?? 0)
        const text = firstSign(line.text, start)
        const to = Math.max(text, start + closedHeading(rest.slice(title[1]?.length ?? 0)).length)
        blocks.push({
          ...base,
          kind: 'heading',
          level: title[1]?.length ?? 1,
          passage: makePassage([{ line, from: text, to }]),
        })
        break
      }
      const under = paragraph as { parts: LinePart[] } | null
      if (depth === 0 && under !== null && under.parts.length === 1 && !blank && setext.test(rest) && !isItem) {
        const [part] = under.parts
        paragraph = null
        if (part !== undefined)
          blocks.push({ ...base, kind: 'heading', level: rest.startsWith('=') ? 1 : 2, passage: makePassage([part]) })
        break
      }
      if (thematic.test(rest.trimEnd())) {
        close()
        blocks.push({ ...base, kind: 'rule', passage: makePassage([partOf(line, at)]) })
        break
      }
      const sign = depth < deepest ? (marker.exec(rest) ?? (depth === 0 ? gluedMarker.exec(rest) : null)) : null
      if (sign !== null) {
        close()
        const digits = sign[2] ?? (/^\d/.test(sign[0]) ? sign[1] : undefined) ?? sign[3]?.replace(/\D/g, '')
        const next = at + sign[0].length
        blocks.push({
          ...base,
          kind: 'marker',
          number: digits === undefined ? null : Number(digits),
          width: widthOf(line.text, next) - indent,
          passage: makePassage([{ line, from: at, to: next }]),
        })
        isItem = true
        at = next + (task.exec(line.text.slice(next, next + 8))?.[0].length ?? 0)
        if (at >= lastSign(line.text)) break
        continue
      }
      const below = lines[i + 1]
      if (rest.includes('|') && below !== undefined && isDelimiterRow(below.text)) {
        close()
        let end = i + 2
        while (end < lines.length && lines[end]?.text.includes('|') === true) end++
        const rows = [i, ...Array.from({ length: end - i - 2 }, (_, k) => i + 2 + k)]
        blocks.push({
          ...base,
          kind: 'table',
          rows: rows.flatMap((k) => {
            const row = lines[k]
            return row === undefined ? [] : [cellsOf(row, k === i ? at : from).map((part) => makePassage([part]))]
          }),
          passage: makePassage(lines.slice(i, end).map((one, k) => partOf(one, k === 0 ? at : firstSign(one.text, 0)))),
        })
        i = end - 1
        break
      }
      if (paragraph !== null && !blank && !isItem) (paragraph as { parts: LinePart[] }).parts.push(partOf(line, at))
      else {
        close()
        paragraph = { parts: [partOf(line, at)], indent, blankBefore: blank }
      }
      break
    }
    blank = false
  }
  close()
  return blocks
}

/** Without the signs some people close a heading with. */
const closedHeading = (text: string): string => {
  const trimmed = text.trimEnd()
  let to = trimmed.length
  while (to > 0 && trimmed.charAt(to - 1) === '#') to--
  return to < trimmed.length && /\s/.test(trimmed.charAt(to - 1)) ? trimmed.slice(0, to).trimEnd() : trimmed
}

const textOf = ({ line, from, to }: LinePart): string => line.text.slice(from, to)

const firstBlank = (lines: readonly Line[], from: number): number => {
  let at = from
  while (at < lines.length && lines[at]?.text.trim() !== '') at++
  return at
}

const dedent = (texts: readonly string[], indent: number): string =>
  texts
    .map((text) => {
      let at = 0
      while (at < text.length && widthOf(text, at) < indent && /[ \t]/.test(text.charAt(at))) at++
      return text.slice(at).trimEnd()
    })
    .join('\n')
