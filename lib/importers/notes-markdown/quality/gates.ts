import type { Json } from '@/lib/core/json'
import { unsafeTex } from '../parse/repair-tex'
import type { Candidate } from '../rules/rule'
import { formulasIn } from '../rules/sayable'
import { withoutSigns } from '../words/bare'
import { isUnfinished } from '../words/deixis'

interface Gate {
  readonly name: string
  readonly passes: (candidate: Candidate) => boolean
}

const bare = (text: string): string => withoutSigns(text.toLowerCase())

const texts = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return (Array.isArray(value) ? (value as readonly Json[]) : Object.values(value)).flatMap(texts)
}

export const gates: readonly Gate[] = [
  {
    name: 'formulas that may be set',
    passes: ({ fields }) =>
      texts(fields).every((text) => formulasIn(text).every((tex) => !unsafeTex(tex.replace(/\\cloze(?=\{)/g, '')))),
  },
  {
    name: 'not empty',
    passes: ({ asks, answer }) => bare(asks).length >= 2 && bare(answer) !== '',
  },
  {
    name: 'answer not in the question',
    passes: ({ asks, answer, type }) =>
      type !== 'cloze' || /^\d/.test(answer) || bare(answer).length < 2 || !bare(asks).includes(bare(answer)),
  },
  {
    name: 'finished',
    passes: ({ asks, answer }) => !isUnfinished(`${asks} ${answer}`),
  },
]
