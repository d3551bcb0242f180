import type { CompiledDeck, Edition } from '@/lib/content/deck/compile-deck'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'

const edition = (id: DeckId, version: string, language: Language, front: string): Edition => ({
  language,
  about: { author: 'A', licence: 'MIT', source: 'none', studies: [{ number: 2, title: 'Losses' }] },
  bundle: {
    format: 1,
    deck: id,
    version,
    language,
    title: language === 'en' ? 'Losses' : '损失函数',
    author: 'A',
    licence: 'MIT',
    source: 'none',
    cards: [
      {
        id: asId<CardId>(`${id}/hinge.def`),
        revision: version,
        type: 'basic',
        concepts: [asId<ConceptId>('hinge')],
        practice: false,
        tags: [],
        heading: ['Study 2'],
        section: 'hinge',
        content: { front },
      },
    ],
  },
  sections: ['hinge', 'softmax'].map((section) => ({
    id: section,
    language,
    title: section,
    study: 2,
    concepts: [asId<ConceptId>(section)],
    blocks: [],
  })),
  concepts: [{ id: asId<ConceptId>('hinge'), title: front, study: 2, computable: true, prerequisites: [] }],
})

/** A deck of one card and two sections in both languages. */
export const compiledDeck = (name: string, version: string, front = 'Hinge'): CompiledDeck => {
  const id = asId<DeckId>(name)
  return {
    id,
    version,
    title: { en: 'Losses', zh: '损失函数' },
    publish: true,
    languages: [edition(id, version, 'en', front), edition(id, version, 'zh', front)],
  }
}
