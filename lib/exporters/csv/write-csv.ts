import Papa from 'papaparse'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { studyDay } from '@/lib/schedule/study-day'
import type { ExportedDeck } from '../anki/export-deck'
import { guidsOf } from '../anki/identity'
import { deckName, noteOf } from '../anki/note-of'
import { harmlessGuid, harmlessHtml, harmlessName } from './harmless'

const dayMs = 86_400_000

/** A study day as `2026-03-10`. */
const dayName = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** How a card is remembered, in words and numbers that a table can hold; empty where it is new. */
const memoryCells = ({ memory, reps, lapses, suspended }: CardState, place: Parameters<typeof studyDay>[0]) => {
  const standing = suspended ? 'suspended' : memory.kind
  if (memory.kind === 'new') return [standing, '', '', '', '', reps, lapses]
  const review = memory.kind === 'review'
  return [
    standing,
    dayName(review ? memory.dueDay : studyDay({ ...place, at: memory.dueAt })),
    review ? memory.intervalDays : '',
    Number(memory.stability.toFixed(4)),
    Number(memory.difficulty.toFixed(3)),
    reps,
    lapses,
  ]
}

const columns = [
  'guid',
  'notetype',
  'deck',
  'tags',
  'front',
  'back',
  'state',
  'due',
  'interval',
  'stability',
  'difficulty',
  'reps',
  'lapses',
]

/**
 * Cards as a table that spreadsheets open and Anki imports: its headers stand on top, front and back are HTML as its editor writes it, and
 * the memory follows in columns that it passes over. Pictures are named, not held. Nothing in it runs where a spreadsheet opens it, and yet it
 * reads as the same notes.
 */
export const writeCsv = (deck: ExportedDeck): string => {
  const guids = guidsOf(deck.cards.map(({ id }) => id))
  const media = (src: string) => src.slice(src.lastIndexOf('/') + 1)
  const place = { at: deck.now, zoneOffset: deck.zoneOffset, dayStartsAt: deck.dayStartsAt }
  const rows = deck.cards.map((card) => {
    const { cloze, fields } = noteOf(card, media)
    return [
      harmlessGuid(guids.get(card.id) ?? card.id),
      cloze ? 'Cloze' : 'Basic',
      harmlessName(deckName(card)),
      harmlessName(card.tags.map((tag) => tag.replace(/\s+/g, '_')).join(' ')),
      ...fields.map(harmlessHtml),
      ...memoryCells(deck.states.get(card.id) ?? newCardState(card.id), place),
    ]
  })
  const headers = [
    '#separator:Comma',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4',
    `#columns:${columns.join(',')}`,
  ]
  return `${headers.join('\n')}\n${Papa.unparse(rows, { newline: '\n', quotes: true })}\n`
}
