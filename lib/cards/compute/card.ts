import { inLanguage } from '@/lib/core/language'
import { defineCardType } from '../card-type'
import { compile } from './compile'
import type { Compiled } from './compiled'
import { markingKey } from './marking-key'
import { outcome } from './outcome'
import { present } from './present'
import { type Content, read } from './read'

/** A question whose key is computed: a program on frozen numbers, marked in float64, its mistakes named. */
export const compute = defineCardType<Content, Compiled>({
  name: 'compute',
  impliedBy: 'ask',
  practice: true,
  read,
  texts: ({ program, prompt, solution }, language) =>
    [
      prompt,
      solution,
      ...program.mistakes.map(({ says }) => says),
      ...program.ask.flatMap(({ label, choice }) => [label, ...(choice ?? [])]),
    ].flatMap((words) => (words === null ? [] : [inLanguage(words, language)])),
  compile,
  present,
  outcome,
  key: markingKey,
})
