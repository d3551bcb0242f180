import type { Passage } from './passages'

/** A card as the spaced repetition plugin reads one. */
export type NoteCard =
  | {
      readonly kind: 'basic'
      readonly line: number
      readonly front: string
      readonly back: string
      readonly both: boolean
    }
  | { readonly kind: 'cloze'; readonly line: number; readonly text: string }

const schedule = /<!--SR:[^<]*?-->/g
const codeSpan = /`[^`\n]*`/g
const highlight = /(?<!=)==(?![=\s])([^=\n]+?)(?<!\s)==(?!=)/g

/** Where a sign stands outside code; -1 where it does not. */
const outsideCode = (line: string, sign: string): number =>
  line.replace(codeSpan, (code) => ' '.repeat(code.length)).indexOf(sign)

const clean = (text: string): string => text.replace(schedule, '').trim()

const ofOneLine = (line: string, at: number): NoteCard | null => {
  const cut = outsideCode(line, '::')
  if (cut < 0) return null
  const both = line.slice(cut).startsWith(':::')
  const front = clean(line.slice(0, cut)).replace(/^(?:[-*+]|\d+\.)\s+/, '')
  const back = clean(line.slice(cut + (both ? 3 : 2)))
  return { kind: 'basic', line: at, front, back, both }
}

const withoutFence = (lines: readonly string[]): boolean => !lines.some((line) => /^\s*(?:```|~~~)/.test(line))

/** Cards of a passage: around a line `?`, on a line with `::`, or with highlights; none where it has no such sign. */
export const cardsIn = ({ line, lines }: Passage): readonly NoteCard[] => {
  const cut = lines.findIndex((one) => /^\?{1,2}$/.test(one.trim()))
  if (cut >= 0) {
    const front = clean(lines.slice(0, cut).join('\n'))
    const back = clean(lines.slice(cut + 1).join('\n'))
    return [{ kind: 'basic', line, front, back, both: lines[cut]?.trim() === '??' }]
  }
  if (!withoutFence(lines)) return []
  const single = lines.flatMap((one, i) => ofOneLine(one, line + i) ?? [])
  if (single.length > 0) return single
  const text = clean(lines.join('\n'))
  return text.replace(codeSpan, '').match(highlight) ? [{ kind: 'cloze', line, text }] : []
}

export const countHighlights = (text: string): number => text.match(highlight)?.length ?? 0

/** One text for each highlight, with that one marked and the others open. */
export const oneHighlightEach = (text: string): readonly string[] => {
  return Array.from({ length: countHighlights(text) }, (_, mine) => {
    let at = -1
    return text.replace(highlight, (all, inside: string) => {
      at++
      return at === mine ? all : inside
    })
  })
}

export const hasSchedule = (lines: readonly string[]): boolean => lines.some((line) => line.includes('<!--SR:'))
