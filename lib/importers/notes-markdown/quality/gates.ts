import type { Candidate } from '../rules/rule'
import { isUnfinished } from '../words/deixis'

interface Gate {
  readonly name: string
  readonly passes: (candidate: Candidate) => boolean
}

const bare = (text: string): string => text.toLowerCase().replace(/[\s\p{P}$\\]+/gu, '')

export const gates: readonly Gate[] = [
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
