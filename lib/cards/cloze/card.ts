import { inLanguage, languages, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { defineCardType } from '../card-type'

interface Compiled {
  readonly closed: readonly Block[]
  readonly open: readonly Block[]
}

const gaps = /(?<!=)==(?!=)[^\n]+?(?<!=)==(?!=)|\\cloze\{/g

const countGaps = (text: string): number => text.match(gaps)?.length ?? 0

/** A sentence or formula with gaps that belong to one fact: all open at once. */
export const cloze = defineCardType<Words, Compiled>({
  name: 'cloze',
  read: (fields) => {
    const text = fields.words('text', { gaps: 'open' })
    if (text === null) return null
    const counts = languages.flatMap((language) => (text[language] === undefined ? [] : [countGaps(text[language])]))
    if (counts.includes(0))
      return fields.fault('text', 'The text has no gap.', 'Write ==gap== in prose or \\cloze{...} in a formula.')
    if (new Set(counts).size > 1)
      fields.fault('text', `The languages have ${counts.join(' and ')} gaps.`, 'Ask for the same in both.')
    return text
  },
  texts: (text, language) => [inLanguage(text, language)],
  compile: (text, set, language) => ({
    closed: set.blocks(inLanguage(text, language), { gaps: 'closed' }),
    open: set.blocks(inLanguage(text, language), { gaps: 'open' }),
  }),
  present: ({ closed }) => ({ question: closed, input: { kind: 'reveal' }, given: null, engine: null }),
  outcome: ({ open }) => ({
    verdict: { kind: 'ungraded' },
    answer: open,
    feedback: [],
    suggested: null,
    trace: null,
  }),
})
