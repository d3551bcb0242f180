import { cardTypes } from '@/lib/cards/list'
import { deckFolders, readDeckFiles } from '@/lib/cli/deck-files'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import type { ExamQuestionListing } from '@/lib/exam/protocol/staff'
import { revealInput } from '@/lib/exam/sheet/disguise'
import { makeForms } from '@/lib/exam/sheet/make-forms'

const [folder = ''] = await deckFolders('content/sample')
const { deck } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
const cards = deck === null ? [] : (compileDeck(deck).languages[0]?.bundle.cards ?? [])

/** Each type that can be asked, as the staff of an exam is shown its first card. */
export const askedQuestions = cardTypes
  .filter(({ key }) => key !== null)
  .flatMap((type) => {
    const card = cards.find((one) => one.type === type.name)
    const [form] = (card === undefined ? null : makeForms(type, { en: card.content }, 'secret', 1)) ?? []
    const shown = form?.questions.en
    if (card === undefined || form === undefined || shown === undefined) return []
    const question: ExamQuestionListing = {
      item: 'q1',
      card: card.id,
      type: type.name,
      text: '',
      points: 2,
      open: false,
      keys: [{ form: 0, key: form.key }],
      input: revealInput(form.names, shown.input),
    }
    return [{ name: type.name, question, key: form.key, parts: new Set(Object.keys(form.names)) }]
  })
