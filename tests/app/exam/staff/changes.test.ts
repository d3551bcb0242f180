import { describe, expect, it } from 'vitest'
import { changesFor, firstChange, isReady } from '@/app/_ui/exam/staff/changes'
import { cardTypes } from '@/lib/cards/list'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { deckFolders, readDeckFiles } from '@/lib/cli/deck-files'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { keyFits } from '@/lib/exam/corrections/key-fits'
import type { ExamQuestionListing } from '@/lib/exam/protocol/staff'
import { revealInput } from '@/lib/exam/sheet/disguise'
import { makeForms } from '@/lib/exam/sheet/make-forms'

const [folder = ''] = await deckFolders('content/sample')
const { deck } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
const cards = deck === null ? [] : (compileDeck(deck).languages[0]?.bundle.cards ?? [])

/** Each type that can be asked, as the staff of an exam is shown its first card. */
const asked = cardTypes
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

describe('correcting the marking of a question', () => {
  it('is tried on a card of every type that an exam can ask', () => {
    expect(asked.map(({ name }) => name)).toEqual(cardTypes.filter(({ key }) => key !== null).map(({ name }) => name))
  })

  it.each(asked)('offers another key of $name, and begins with what counts now', ({ question, key, parts }) => {
    expect(changesFor(question)).toContain('key')
    expect(changesFor(question).includes('tolerance')).toBe(key.kind === 'numbers')
    const change = firstChange('key', question)
    if (change?.kind !== 'key') throw new Error('no key to begin with')
    expect(change.key.kind).toBe(key.kind)
    // Numbers are those of one showing, and nothing is changed before somebody types.
    const untouched = change.key.kind === 'numbers'
    expect(isReady(change, question)).toBe(!untouched)
    expect(keyFits(key, change.key, parts)).toBe(!untouched)
  })

  it('offers no key to whoever is not told it', () => {
    const [first] = asked
    if (first === undefined) throw new Error('no question')
    const keys: readonly { readonly form: number; readonly key: MarkingKey }[] = []
    expect(changesFor({ ...first.question, keys, input: null })).toEqual(['points', 'full', 'drop'])
  })
})
