import type { CardChange, PartChange } from '@/lib/content/changes/card-change'
import type { DeckChanges } from '@/lib/content/changes/deck-changes'
import { type Segment, tokensOf } from '@/lib/content/changes/text-change'
import { makeTypesetter } from '@/lib/content/markdown/typeset'
import type { Typesetter } from '@/lib/content/typesetter'
import type { Inline } from '@/lib/view/block'

/** A run of a changed text with its formulas set. */
export interface ShownSegment {
  readonly kind: Segment['kind']
  readonly inline: readonly Inline[]
}

export interface ShownPart extends Omit<PartChange, 'segments'> {
  readonly segments: readonly ShownSegment[]
}

export interface ShownChange extends Omit<CardChange, 'parts' | 'title'> {
  readonly title: readonly Inline[]
  readonly parts: readonly ShownPart[]
}

export interface ShownChanges extends Omit<DeckChanges, 'cards'> {
  readonly cards: readonly ShownChange[]
}

const formula = /^\$(\$?)([\s\S]*?)\1\$$/

const setText = (text: string, set: Typesetter): readonly Inline[] => {
  const result: Inline[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') result.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (const token of tokensOf(text)) {
    const tex = token.length > 2 ? formula.exec(token)?.[2] : undefined
    if (tex === undefined || tex.trim() === '') plain += token
    else {
      flush()
      result.push({ kind: 'math', math: set.math(tex, false) })
    }
  }
  flush()
  return result
}

/** Changes as a reader sees them: formulas set, everything else as it was written. */
export const showChanges = ({ cards, ...rest }: DeckChanges): ShownChanges => {
  const setters = { en: makeTypesetter('en'), zh: makeTypesetter('zh') }
  return {
    ...rest,
    cards: cards.map(({ title, parts, ...card }) => ({
      ...card,
      title: setText(title, setters.en),
      parts: parts.map(({ segments, ...part }) => ({
        ...part,
        segments: segments.map(({ kind, text }) => ({
          kind,
          inline: part.kind === 'data' ? [{ kind: 'code', text }] : setText(text, setters[part.language ?? 'en']),
        })),
      })),
    })),
  }
}
