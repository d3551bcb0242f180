import type { Diagnostic } from '@/lib/core/diagnostic'
import { type Language, languages } from '@/lib/core/language'
import type { Deck, DeckCard } from './deck'

/** Characters of an answer from which it holds more than a learner can grade as one. */
const longest = { en: 360, zh: 180 } as const
const mostGaps = 4

const prose = (text: string): string => text.replace(/\$\$[\s\S]*?\$\$|\$[^$]*\$|`[^`]*`/g, ' ')

const asksTwice: { readonly [L in Language]: RegExp } = {
  en: /\?[^?]*\?|\band (?:what|why|how|when|where|which|who)\b[^?]*\?/i,
  zh: /？[^？]*？|，(?:并|又|以及)(?:为什么|怎样|如何|何时|哪)[^？]*？/,
}

const gapsIn = (text: string): number =>
  [...text.matchAll(/==[^=\n]+==/g)].length + [...text.matchAll(/\\cloze\b/g)].length

/** Why a card seems to hold more than one fact, read in one language; null when it does not. */
const excess = (card: DeckCard, language: Language): string | null => {
  const [question = '', ...answers] = card.read.texts(language)
  if (asksTwice[language].test(prose(question))) return 'The question asks two things.'
  const gaps = gapsIn(question)
  if (gaps > mostGaps) return `The text has ${gaps} gaps.`
  // Several answers are options or steps: each is read by itself.
  const [answer = ''] = answers
  const length = prose(answer).trim().length
  return answers.length === 1 && length > longest[language] ? `The answer is ${length} characters long.` : null
}

/** Cards that seem to ask for more than one fact, each told once. `allow: [one-fact]` on a card says that it is meant. */
export const moreThanOneFact = (deck: Deck): readonly Diagnostic[] =>
  deck.cards.flatMap((card): readonly Diagnostic[] => {
    // A computed question asks for what its steps give, however many numbers that are.
    if (card.type.practice || card.allow.includes('one-fact')) return []
    const spoken = languages.filter((language) => deck.about.languages.includes(language))
    const found = spoken.map((language) => excess(card, language)).find((one) => one !== null)
    return found === undefined || found === null
      ? []
      : [
          {
            severity: 'error',
            file: card.file,
            path: '',
            ...card.place,
            message: found,
            hint: 'Make two cards of it, move the rest to "note", or add "allow: [one-fact]".',
          },
        ]
  })
