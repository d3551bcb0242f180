import type { Json } from '@/lib/core/json'

const passed = /\s+|#[^\n]*\n/y

/**
 * The first sign of a text that is neither blank nor a comment's. Each piece is passed over for good: one pattern for all of them would
 * try, of a file of blank lines, each line with every other one.
 */
const firstSign = (text: string): string => {
  for (let at = 0; ; at = passed.lastIndex) {
    passed.lastIndex = at
    if (!passed.test(text)) return text.charAt(at)
  }
}

/** Ids of a list's entries as they are written, in a line, in braces or in JSON. */
export const entryIds = (text: string): readonly string[] =>
  [...text.matchAll(/\bid["']?\s*:\s*["']?([\w-]+)/g)].map(([, id = '']) => id)

/** A YAML list in one pair of brackets with more entries at its end; null where the list is written in lines. */
export const withMoreInBrackets = (text: string, entries: readonly Json[]): string | null => {
  const whole = text.trimEnd()
  if (!whole.endsWith(']') || firstSign(whole) !== '[') return null
  const head = whole.slice(0, -1).trimEnd()
  const added = entries.map((entry) => JSON.stringify(entry)).join(',\n  ')
  const last = head.slice(head.lastIndexOf('\n') + 1)
  // What stands behind a comment's sign belongs to the comment.
  const comma = /[[,]$/.test(head) ? '\n  ' : last.includes('#') ? '\n  , ' : ',\n  '
  return `${head}${comma}${added}\n]\n`
}
