import type { Inline } from '@/lib/view/block'

/** Marks that may not begin a line. */
const marks = /^[，。、；：？！）】》」』”’…,.;:?!)\]]+/u

/** A command is about two letters wide, braces and scripts take no room of their own. */
const widthOf = (tex: string): number => tex.replace(/\\[a-z]+/gi, 'xx').replace(/[{}_^\s]/g, '').length

/** Wider formulas may have to break on a phone; in letters. */
const widest = 16

/**
 * The marks that close a formula, which a browser would let begin the next line: set formulas end in boxes, and a line may
 * break after a box whatever follows. Empty where nothing is to be kept, or where the formula itself may have to break.
 */
export const closingMarks = (inline: Inline, next: Inline | undefined): string => {
  if (next?.kind !== 'text') return ''
  if (inline.kind !== 'math' || widthOf(inline.math.tex) > widest) return ''
  return marks.exec(next.text)?.[0] ?? ''
}
