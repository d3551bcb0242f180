import type { ListedCard } from '@/lib/content/bundle'

/** The places in the notes that today's new cards come from, each once, with the page that teaches it. */
export const newToday = (
  fresh: readonly ListedCard[],
): readonly { readonly title: string; readonly href: string | null }[] => {
  const places = new Map<string, string | null>()
  for (const card of fresh) {
    const title = card.heading.at(-1)
    if (title === undefined || places.has(title)) continue
    const deck = card.id.split('/')[0] ?? ''
    places.set(
      title,
      card.section === null ? null : `/course/${encodeURIComponent(deck)}/${encodeURIComponent(card.section)}`,
    )
  }
  return [...places].map(([title, href]) => ({ title, href }))
}
