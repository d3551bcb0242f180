import { makeFieldCheck } from './check-field'
import type { DeckGround } from './deck-ground'
import type { CardsContext } from './read-cards'

/** What a card may ask of its deck while it is read. */
type Question =
  | { readonly kind: 'languages' | 'concepts' | 'sections' }
  | { readonly kind: 'concept' | 'section' | 'figure'; readonly name: string }
  | { readonly kind: 'link'; readonly target: Parameters<DeckGround['targets']['link']>[0] }

/** What was asked, and what the deck answered then. */
export type Heard = readonly { readonly question: Question; readonly answer: string }[]

const answerOf = (question: Question, { about, context, targets }: DeckGround): string => {
  switch (question.kind) {
    case 'languages':
      return `${about.id} ${about.languages.join()}`
    case 'concepts':
      return [...context.concepts.keys()].join()
    case 'sections':
      return [...context.sections.keys()].join()
    case 'concept':
      return String(context.concepts.get(question.name)?.study)
    case 'section':
      return String(context.sections.has(question.name))
    case 'figure':
      return String(targets.figure(question.name))
    case 'link':
      return String(targets.link(question.target))
  }
}

/** Whether a deck still answers all of it alike, so that reading the same text once more would give the same. */
export const answersAlike = (heard: Heard, ground: DeckGround): boolean =>
  heard.every(({ question, answer }) => answerOf(question, ground) === answer)

/** A deck that remembers what it is asked, to read one text with. */
export const listening = (ground: DeckGround): { readonly context: CardsContext; readonly heard: () => Heard } => {
  const asked = new Map<string, Question>()
  const hear = (question: Question): void => {
    asked.set(JSON.stringify(question), question)
  }
  const { concepts, sections } = ground.context
  hear({ kind: 'languages' })
  return {
    context: {
      ...ground.context,
      concepts: {
        get: (name) => {
          hear({ kind: 'concept', name })
          return concepts.get(name)
        },
        keys: () => {
          hear({ kind: 'concepts' })
          return concepts.keys()
        },
      },
      sections: {
        has: (name) => {
          hear({ kind: 'section', name })
          return sections.has(name)
        },
        keys: () => {
          hear({ kind: 'sections' })
          return sections.keys()
        },
      },
      check: makeFieldCheck(ground.formulas, {
        link: (target) => {
          hear({ kind: 'link', target })
          return ground.targets.link(target)
        },
        figure: (name) => {
          hear({ kind: 'figure', name })
          return ground.targets.figure(name)
        },
      }),
    },
    heard: () => [...asked.values()].map((question) => ({ question, answer: answerOf(question, ground) })),
  }
}
