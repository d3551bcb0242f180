import { cutItems } from '@/lib/content/yaml/card-items'

/**
 * A file in which an entry is written anew, with the entry's line; null where the entry is gone or has been written by somebody else.
 * It is known by its text: by the time a form has made its change, another may stand on the entry's line.
 */
export const withItem = (
  text: string,
  before: string,
  next: string,
  near: number,
): { readonly text: string; readonly line: number } | null => {
  const wanted = before.trimEnd()
  const same = (cutItems(text)?.items ?? []).filter((item) => item.text.trimEnd() === wanted)
  const [item] = same.toSorted((a, b) => Math.abs(a.line - near) - Math.abs(b.line - near))
  if (item === undefined) return null
  // Blank lines below it may have come since, with a card that was added.
  const after = item.text.slice(wanted.length)
  return { text: text.slice(0, item.from) + next.trimEnd() + after + text.slice(item.to), line: item.line }
}
