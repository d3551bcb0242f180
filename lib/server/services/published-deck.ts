import 'server-only'
import type { Bundle, BundledConcept, BundledSection } from '@/lib/content/bundle'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'

/** A compiled deck as publishing takes it: complete in every language it has. */
export interface PublishedDeck {
  readonly id: DeckId
  /** Hash over everything a learner gets; equal for equal content. */
  readonly version: string
  readonly languages: readonly {
    readonly language: Language
    readonly bundle: Bundle
    readonly sections: readonly BundledSection[]
    readonly concepts: readonly BundledConcept[]
  }[]
}
