import { inLanguage, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { defineCardType } from '../card-type'

interface Content {
  readonly front: Words
  readonly back: Words
}

interface Compiled {
  readonly front: readonly Block[]
  readonly back: readonly Block[]
}

/** A question and its answer: the learner thinks, reveals and judges alone. */
export const basic = defineCardType<Content, Compiled>({
  name: 'basic',
  read: (fields) => {
    const front = fields.words('front')
    const back = fields.words('back')
    return front === null || back === null ? null : { front, back }
  },
  texts: ({ front, back }, language) => [inLanguage(front, language), inLanguage(back, language)],
  compile: ({ front, back }, set, language) => ({
    front: set.blocks(inLanguage(front, language)),
    back: set.blocks(inLanguage(back, language)),
  }),
  present: ({ front }) => ({ question: front, input: { kind: 'reveal' }, given: null, engine: null }),
  outcome: ({ back }) => ({
    verdict: { kind: 'ungraded' },
    answer: back,
    feedback: [],
    suggested: null,
    trace: null,
  }),
})
