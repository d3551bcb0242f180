import type { Json } from '@/lib/core/json'

const opened = /^(?:[ \t]*(?:#[^\n]*)?\n)*\s*\[/
const closed = /\]\s*$/

/** A YAML list in one pair of brackets with more entries at its end; null where the list is written in lines. */
export const withMoreInBrackets = (text: string, entries: readonly Json[]): string | null => {
  if (!opened.test(text) || !closed.test(text)) return null
  const head = text.trimEnd().slice(0, -1).trimEnd()
  const added = entries.map((entry) => JSON.stringify(entry)).join(',\n  ')
  const last = head.slice(head.lastIndexOf('\n') + 1)
  // What stands behind a comment's sign belongs to the comment.
  const comma = /[[,]$/.test(head) ? '\n  ' : last.includes('#') ? '\n  , ' : ',\n  '
  return `${head}${comma}${added}\n]\n`
}
