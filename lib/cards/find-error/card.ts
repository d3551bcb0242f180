import type { FieldReader, ListEntry } from '@/lib/content/field-reader'
import type { Typesetter } from '@/lib/content/typesetter'
import { inLanguage, type Language, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { defineCardType } from '../card-type'
import { gaveUp } from '../gave-up'
import { marked, unanswered } from '../marked'
import { choiceCells, choiceScore, chosenOf } from '../marking/choice'
import type { KeyOf } from '../marking/key'

interface Line {
  readonly text: Words
  /** The line as it should be and why, on the one wrong line; null on the others. */
  readonly slip: { readonly fix: Words; readonly why: Words | null } | null
}

interface Content {
  readonly question: Words
  /** Language of the code; null where the lines are Markdown. */
  readonly language: string | null
  readonly lines: readonly Line[]
}

interface Compiled {
  readonly question: readonly Block[]
  /** In order, never shuffled: a derivation or a program is read from the top. */
  readonly lines: readonly { readonly id: string; readonly blocks: readonly Block[] }[]
  readonly wrong: string
  readonly fix: readonly Block[]
  readonly why: readonly Block[]
}

const alike = (text: string | null): Words | null => (text === null ? null : { en: text, zh: text })

const readLine = (entry: ListEntry, code: boolean): Line | null => {
  if (!('fault' in entry)) {
    const text = code ? alike(entry.string()) : entry.words()
    return text === null ? null : { text, slip: null }
  }
  const text = code ? alike(entry.string('text')) : entry.words('text')
  const fix = code ? alike(entry.string('fix')) : entry.words('fix')
  const why = entry.optionalWords('why')
  return text === null || fix === null ? null : { text, slip: { fix, why } }
}

const read = (fields: FieldReader): Content | null => {
  const question = fields.words('question')
  const language = fields.optionalString('language')
  const entries = fields.entries('lines', 'text')
  if (question === null || entries === null) return null
  const lines = entries.map((entry) => readLine(entry, language !== null)).filter((line) => line !== null)
  if (lines.length < entries.length) return null
  if (lines.length < 3 || lines.length > 8)
    return fields.fault('lines', `There are ${lines.length} lines.`, 'Write 3 to 8, in order.')
  const slips = lines.filter((line) => line.slip !== null).length
  if (slips !== 1)
    return fields.fault(
      'lines',
      `${slips} lines are wrong.`,
      'Write one line as "{ text, fix, why }", the others plain.',
    )
  return { question, language, lines }
}

const setLine = (text: Words, code: string | null, set: Typesetter, shown: Language): readonly Block[] =>
  code === null
    ? set.blocks(inLanguage(text, shown))
    : [{ kind: 'code', language: code, text: inLanguage(text, shown).replace(/\s+$/, '') }]

const keyOf = ({ lines, wrong }: Compiled): KeyOf<'choice'> => ({
  kind: 'choice',
  options: lines.map(({ id }) => id),
  right: [wrong],
})

/** A program or a derivation with one wrong line: the learner points at it and then sees it put right. */
export const findError = defineCardType<Content, Compiled>({
  name: 'find-error',
  read,
  texts: ({ question, lines }, language) =>
    [question, ...lines.map((line) => line.text)].map((words) => inLanguage(words, language)),
  compile: ({ question, language, lines }, set, shown) => {
    const at = lines.findIndex((line) => line.slip !== null)
    const slip = lines[at]?.slip
    return {
      question: set.blocks(inLanguage(question, shown)),
      lines: lines.map((line, i) => ({ id: `line-${i + 1}`, blocks: setLine(line.text, language, set, shown) })),
      wrong: `line-${at + 1}`,
      fix: slip ? setLine(slip.fix, language, set, shown) : [],
      why: slip?.why ? set.blocks(inLanguage(slip.why, shown)) : [],
    }
  },
  present: ({ question, lines }) => ({
    question,
    input: { kind: 'choice', options: lines, multiple: false },
    given: null,
    engine: null,
  }),
  key: keyOf,
  outcome: (compiled, _occasion, answer) => {
    const told = [...compiled.fix, ...compiled.why]
    if (answer.kind === 'reveal') return gaveUp(told, null, [compiled.wrong])
    const key = keyOf(compiled)
    const chosen = chosenOf(key, answer.kind === 'choice' ? answer.chosen : [])
    if (chosen === null) return unanswered([])
    const cells = choiceCells(key, chosen)
    return marked(cells, told, [], choiceScore(key, cells))
  },
})
