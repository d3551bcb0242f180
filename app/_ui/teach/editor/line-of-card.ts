import { unreadId } from '@/lib/client/editor/card-line'
import { cutItems } from '@/lib/content/yaml/card-items'

/**
 * The line at which a card of the list stands by now, from 1: the list is as the last check read the draft, and a text
 * may have grown above it since. The line it had where its id is not found: a card made of another has none of its own.
 */
export const lineOfCard = (text: string, id: string, line: number): number => {
  const same = (cutItems(text)?.items ?? []).filter((item) => unreadId(item.text) === id)
  const [nearest] = same.toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))
  return id === '' || nearest === undefined ? line : nearest.line
}
