import { stringify } from 'yaml'
import { cardTypes } from '@/lib/cards/list'
import { questionsIn } from '@/lib/compute/language/questions-in'
import { freezeVariants } from '@/lib/compute/variants/freeze'
import { lintMistakes } from '@/lib/compute/variants/lint-mistakes'
import { lintWords } from '@/lib/compute/variants/lint-words'
import { readDeck } from '@/lib/content/deck/read-deck'
import { isError } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import type { ImportedCard } from '../importer'

const isBilingual = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('en' in value && 'zh' in value) || Object.values(value).some(isBilingual))

/** The entries of `concepts.yaml` that cards need, in the order they are met. */
export const deckConcepts = (cards: readonly ImportedCard[]) =>
  [...new Map(cards.flatMap((card) => card.concepts).map((concept) => [concept.id, concept])).values()].map(
    ({ id, title }) => ({ id, study: 1, title }),
  )

/** Cards as the text of a `*.cards.yaml` file. */
export const cardsYaml = (cards: readonly ImportedCard[]): string =>
  stringify(
    cards.map(({ id, type, concepts: named, fields }) => ({
      id,
      type,
      concepts: named.map((concept) => concept.id),
      ...fields,
    })),
    { lineWidth: 0, aliasDuplicateObjects: false },
  )

/** What a deck's reader finds wrong with cards, the first fault of each by its place. Compute questions are run in float64. */
export const faultsIn = (
  cards: readonly ImportedCard[],
  figures: readonly string[],
  language: Language,
  /** Ids of cards whose programs are tried, too. */
  tried: ReadonlySet<string>,
): ReadonlyMap<number, string> => {
  const languages = cards.some(({ fields }) => isBilingual(fields)) ? ['en', 'zh'] : [language]
  const files = [
    { path: 'deck.yaml', text: stringify({ id: 'import', title: 'Import', author: '-', licence: '-', languages }) },
    {
      path: 'concepts.yaml',
      text: stringify(deckConcepts(cards)),
    },
    { path: 'import.cards.yaml', text: cardsYaml(cards) },
    ...figures.map((path) => ({ path, text: '' })),
  ]
  const faults = new Map<number, string>()
  for (const { file, path, message, hint } of readDeck(files, cardTypes).diagnostics.filter(isError)) {
    const index = /^\/(\d+)/.exec(path)?.[1]
    if (file === 'import.cards.yaml' && index !== undefined && !faults.has(Number(index)))
      faults.set(Number(index), `${message} ${hint}`.trim())
  }
  cards.forEach((card, i) => {
    const fault = tried.has(card.id) && !faults.has(i) ? faultOfProgram(card) : null
    if (fault !== null) faults.set(i, fault)
  })
  return faults
}

/** Seeds a program is tried with here; a publication takes more and asks TensorFlow.js besides. */
const trialVariants = 6

/** What a publication would find wrong with a program, as far as float64 tells. */
const faultOfProgram = (card: ImportedCard): string | null => {
  const { questions, diagnostics } = questionsIn('import.cards.yaml', cardsYaml([card]))
  const found = questions.flatMap(({ program }) => {
    const frozen = freezeVariants(program, trialVariants)
    return [...lintWords(program, frozen), ...lintMistakes(program, frozen.variants).diagnostics]
  })
  const first = [...diagnostics, ...found].find(isError)
  return first === undefined ? null : `${first.message} ${first.hint}`.trim()
}
