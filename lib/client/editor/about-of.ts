import type { About } from '@/lib/content/deck/deck'
import { asId, type DeckId } from '@/lib/core/id'
import type { BankAbout } from '@/lib/sync/bank'

/** What a bank's draft says of itself, as reading its `deck.yaml` would give it. */
export const aboutOf = (id: string, { title, author, licence, source, languages, studies }: BankAbout): About => {
  const alike = (text: string) => ({ en: text, zh: text })
  const words = alike(title)
  return {
    id: asId<DeckId>(id),
    title: words,
    author: alike(author),
    licence,
    source: alike(source),
    languages: languages.length === 0 ? ['en'] : languages,
    publish: true,
    studies: studies ?? [{ number: 1, title: words, background: false }],
  }
}
