import type { FieldReader } from '@/lib/content/field-reader'
import { inLanguage, languages, type Words } from '@/lib/core/language'
import type { Block, FigureBox, FigureMask } from '@/lib/view/block'
import { defineCardType } from '../card-type'
import { gaveUp } from '../gave-up'
import { marked, unanswered } from '../marked'
import { shuffle } from '../shuffle'
import { type LabelledBox, readBoxes } from './read-boxes'

interface Content {
  readonly question: Words
  readonly figure: string
  readonly alt: Words
  readonly boxes: readonly LabelledBox[]
  /** Place in `boxes` of the one that is asked. */
  readonly asked: number
  /** Whether the other boxes are covered too. */
  readonly hidesAll: boolean
  /** Whether the learner picks among the labels instead of revealing. */
  readonly picks: boolean
}

type FigureBlock = Extract<Block, { kind: 'figure' }>

interface Compiled {
  readonly question: readonly Block[]
  readonly figure: FigureBlock
  readonly boxes: readonly { readonly id: string; readonly at: FigureBox; readonly label: readonly Block[] }[]
  /** Id of the box that is asked. */
  readonly asked: string
  readonly hidesAll: boolean
  readonly picks: boolean
}

const fewestToPick = 3
const mostToPick = 8

const hasTwins = (texts: readonly string[]): boolean => new Set(texts).size < texts.length

/** What is wrong with picking among these labels; true when nothing is. */
const mayPick = (fields: FieldReader, boxes: readonly LabelledBox[], hidesAll: boolean): boolean => {
  if (boxes.length < fewestToPick || boxes.length > mostToPick)
    fields.fault(
      'pick',
      `There are ${boxes.length} labels to pick from.`,
      `Write ${fewestToPick} to ${mostToPick} boxes.`,
    )
  else if (!hidesAll)
    fields.fault(
      'pick',
      'The labels that stay in sight answer the card.',
      'Leave "hide: one" out: all are covered then.',
    )
  else if (languages.some((language) => hasTwins(boxes.map(({ label }) => inLanguage(label, language).trim()))))
    fields.fault('boxes', 'Two boxes have the same label.', 'Give each its own, or leave "pick" out.')
  else return true
  return false
}

const read = (fields: FieldReader): Content | null => {
  const question = fields.words('question')
  const alt = fields.words('alt')
  const figure = fields.figure('figure', alt)
  const boxes = readBoxes(fields)
  const ask = fields.optionalInteger('ask') ?? 1
  const hide = fields.optionalString('hide') ?? 'all'
  const picks = fields.boolean('pick')
  if (question === null || alt === null || figure === null || boxes === null) return null
  if (ask < 1 || ask > boxes.length)
    return fields.fault('ask', `There is no box ${ask}.`, `Name one of the boxes by its place, 1 to ${boxes.length}.`)
  if (hide !== 'all' && hide !== 'one')
    return fields.fault(
      'hide',
      `"${hide}" hides nothing.`,
      'Write "all" for every box or "one" for the asked one alone.',
    )
  const hidesAll = hide === 'all'
  if (picks && !mayPick(fields, boxes, hidesAll)) return null
  return { question, figure, alt, boxes, asked: ask - 1, hidesAll, picks }
}

/** The picture with its asked part covered or laid open. The others stay covered: they are other cards' answers. */
const drawn = ({ figure, boxes, asked, hidesAll }: Compiled, open: boolean): FigureBlock => ({
  ...figure,
  masks: boxes.flatMap(({ id, at }): FigureMask[] =>
    id === asked ? [{ box: at, state: open ? 'shown' : 'asked' }] : hidesAll ? [{ box: at, state: 'covered' }] : [],
  ),
})

const told = (compiled: Compiled): readonly Block[] => [
  ...(compiled.boxes.find(({ id }) => id === compiled.asked)?.label ?? []),
  drawn(compiled, true),
]

/** A picture with a part covered: what is it? Either revealed and judged by the learner, or picked among the labels. */
export const occlusion = defineCardType<Content, Compiled>({
  name: 'occlusion',
  read,
  texts: ({ question, boxes, asked, picks }, language) =>
    [question, ...boxes.filter((_, i) => picks || i === asked).map(({ label }) => label)].map((words) =>
      inLanguage(words, language),
    ),
  compile: ({ question, figure, alt, boxes, asked, hidesAll, picks }, set, language) => ({
    question: set.blocks(inLanguage(question, language)),
    figure: { kind: 'figure', src: figure, alt: inLanguage(alt, language), caption: [] },
    boxes: boxes.map(({ at, label }, i) => ({
      id: `box-${i + 1}`,
      at,
      label: picks || i === asked ? set.blocks(inLanguage(label, language)) : [],
    })),
    asked: `box-${asked + 1}`,
    hidesAll,
    picks,
  }),
  present: (compiled, { seed }) => ({
    question: [...compiled.question, drawn(compiled, false)],
    input: compiled.picks
      ? {
          kind: 'choice',
          options: shuffle(compiled.boxes, seed, 'labels').map(({ id, label }) => ({ id, blocks: label })),
          multiple: false,
        }
      : { kind: 'reveal' },
    given: null,
    engine: null,
  }),
  outcome: (compiled, _occasion, answer) => {
    const { boxes, asked, picks } = compiled
    if (!picks)
      return { verdict: { kind: 'ungraded' }, answer: told(compiled), feedback: [], suggested: null, trace: null }
    if (answer.kind === 'reveal') return gaveUp(told(compiled), null, [asked])
    const [chosen, ...more] = answer.kind === 'choice' ? answer.chosen : []
    if (chosen === undefined || more.length > 0 || !boxes.some(({ id }) => id === chosen)) return unanswered([])
    const outcome = marked(
      boxes.map(({ id }) => ({
        part: id,
        index: 0,
        state: id === chosen && id !== asked ? ('wrong' as const) : ('right' as const),
        given: id === chosen ? '✓' : '',
        key: id === asked ? '✓' : '',
      })),
      told(compiled),
    )
    if (chosen === asked || outcome.verdict.kind !== 'marked') return outcome
    return { ...outcome, verdict: { ...outcome.verdict, score: 0 }, suggested: 'again' }
  },
})
