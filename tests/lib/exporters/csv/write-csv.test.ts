import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { asId, type CardId } from '@/lib/core/id'
import type { ExportedCard, ExportedDeck } from '@/lib/exporters/anki/export-deck'
import { writeCsv } from '@/lib/exporters/csv/write-csv'
import { cardIdOf } from '@/lib/importers/anki/cards/identity'
import { importFile } from '@/lib/importers/import-file'
import type { Block } from '@/lib/view/block'

const paragraph = (text: string): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text }] })
const card = (id: string, question: string, answer: string, changes: Partial<ExportedCard> = {}): ExportedCard => ({
  id: asId<CardId>(`deck/${id}`),
  question: [paragraph(question)],
  answer: [paragraph(answer)],
  tags: [],
  path: ['Course'],
  ...changes,
})
const deckOf = (cards: readonly ExportedCard[]): ExportedDeck => ({
  title: 'Course',
  cards,
  states: new Map(),
  events: [],
  figures: new Map(),
  now: Date.UTC(2026, 2, 1, 12),
  zoneOffset: 0,
  dayStartsAt: 4,
  retention: 0.9,
})
const cellsOf = (text: string) =>
  Papa.parse<string[]>(text.split('\n').slice(7).join('\n'), { skipEmptyLines: true }).data

const signs = ['=1+1', '+1+1', '-1-x', '@SUM(A1)', '＝1+1', '=cmd|"/C calc"!A0']

describe('cards as a table', () => {
  it('hold nothing that a spreadsheet would run, in whatever column', () => {
    const cards = signs.map((sign, i) => card(`c${i}`, sign, sign, { tags: [sign], path: [sign] }))
    const guids = ['=SUM(A1)', '=a%3'].map((guid) => card(cardIdOf(guid, 0), 'What?', 'That.'))
    const cells = cellsOf(writeCsv(deckOf([...cards, ...guids])))
    expect(cells).toHaveLength(signs.length + 2)
    const runs = cells.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))
    expect(runs, 'a guid that calls nothing stays as it is').toEqual(['=a%3'])
  })

  it('keep numbers as numbers, so that a spreadsheet can count with them', () => {
    const numbers = ['-1.5', '+2', '-3e-4', '-.5']
    const cells = cellsOf(writeCsv(deckOf(numbers.map((text, i) => card(`c${i}`, 'How much?', text)))))
    expect(cells.map((row) => row[5])).toEqual(numbers)
  })

  it('come back as the same cards under the same ids', () => {
    const cards = [
      ...signs.map((sign, i) => card(cardIdOf(`g${i}`, 0), `${sign} is what?`, sign, { tags: ['t'], path: [sign] })),
      card(cardIdOf('=a%3', 0), 'A guid like a formula?', '-1.5'),
      card(cardIdOf('#hash', 0), 'A guid like a comment?', '# no heading'),
    ]
    const read = importFile(new TextEncoder().encode(writeCsv(deckOf(cards))), 'cards.csv')
    if (!read.ok) throw new Error(read.error.kind)
    expect(read.value.cards.map(({ id }) => id)).toEqual(cards.map(({ id }) => id.slice('deck/'.length)))
    const plain = (text: unknown) => String(text).replace(/\\/g, '')
    expect(read.value.cards.map(({ fields }) => [plain(fields.front), plain(fields.back)])).toEqual(
      cards.map(({ question, answer }) => [question, answer].map(([block]) => textIn(block))),
    )
    expect(read.value.cards[0]?.concepts[0]?.title).toBe('=1+1')
    expect(read.value.rows.map(({ line }) => line)).toEqual(cards.map((_, i) => i + 8))
  })
})

const textIn = (block: Block | undefined): string => {
  const first = block?.kind === 'paragraph' ? block.children[0] : undefined
  return first?.kind === 'text' ? first.text : ''
}
