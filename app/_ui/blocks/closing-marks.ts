import type { Inline } from '@/lib/view/block'

/** Marks that may not begin a line. */
const marks = /^[，。、；：？！）】》」』”’…,.;:?!)\]]+/u

/**
 * The marks that close a formula or a gap, which a browser would let begin the next line: both are set as boxes, and a
 * line may break after a box whatever follows. Empty where nothing is to be kept.
 */
export const closingMarks = (inline: Inline, next: Inline | undefined): string => {
  const box = inline.kind === 'math' || (inline.kind === 'gap' && !inline.open)
  return box && next?.kind === 'text' ? (marks.exec(next.text)?.[0] ?? '') : ''
}

const base = '<span class="katex-base">'
/** What follows the last base: the ends of the formula's two wrappers. */
const ends = '</span></span>'

/**
 * A set formula with marks kept at its last piece, so that it may still break between its pieces; null where it is not set
 * in pieces. `piece` and `mark` name the classes that hold them together.
 */
export const setWithMarks = (html: string, kept: string, piece: string, mark: string): string | null => {
  const last = html.lastIndexOf(base)
  if (last < 0 || !html.endsWith(ends)) return null
  const before = html.slice(0, last)
  const whole = html.slice(last, -ends.length)
  return `${before}<span class="${piece}">${whole}<span class="${mark}">${kept}</span></span>${ends}`
}
