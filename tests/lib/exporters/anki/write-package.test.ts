import { beforeAll, describe, expect, it } from 'vitest'
import { asId, type CardId, type DeviceId, type EventId } from '@/lib/core/id'
import type { ExportedDeck } from '@/lib/exporters/anki/export-deck'
import { fieldSum } from '@/lib/exporters/anki/sha1'
import { stripped, writePackage } from '@/lib/exporters/anki/write-package'
import type { CollectionImport } from '@/lib/importers/anki/import-collection'
import { importPackage } from '@/lib/importers/anki/import-package'
import type { ReviewEvent } from '@/lib/schedule/event'
import { fold } from '@/lib/schedule/replay'
import { loadTables, writeTables } from '@/lib/server/anki/sqlite'
import type { Block, Inline } from '@/lib/view/block'

const day = 86_400_000
const now = Date.UTC(2026, 2, 1, 12)
const words = (text: string): Inline => ({ kind: 'text', text })
const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children })
const gap = (open: boolean): Block =>
  paragraph(words('The '), { kind: 'gap', hint: null, answer: [words('margin')], open }, words(' is 1'))

const basic = asId<CardId>('deck/hinge.kink')
const cloze = asId<CardId>('deck/hinge.margin')

const grade = (cardId: CardId, at: number, given: 'again' | 'good'): ReviewEvent => ({
  id: asId<EventId>(`e${cardId.length}-${at}`),
  deviceId: asId<DeviceId>('device'),
  cardId,
  revision: 'r',
  at,
  zoneOffset: 480,
  dayStartsAt: 4,
  kind: 'grade',
  grade: given,
  durationMs: 4200,
  suggested: null,
  given: null,
  answer: null,
  verdict: 'ungraded',
  mistake: null,
  algorithm: 'fsrs-6',
  parameters: 'default',
})

const events: readonly ReviewEvent[] = [
  grade(basic, now - 40 * day, 'good'),
  grade(basic, now - 40 * day + 700_000, 'good'),
  grade(basic, now - 30 * day, 'good'),
  grade(basic, now - 10 * day, 'again'),
  grade(basic, now - 10 * day + 700_000, 'good'),
]

const deck: ExportedDeck = {
  title: 'Course',
  cards: [
    {
      id: basic,
      question: [paragraph(words('Where is it not <smooth>?'))],
      answer: [paragraph(words('At '), { kind: 'math', math: { tex: 'x < 0', html: '', spoken: '' } })],
      tags: ['losses'],
      path: ['Course', 'Losses'],
    },
    { id: cloze, question: [gap(false)], answer: [gap(true)], tags: [], path: ['Course'] },
  ],
  states: fold(events),
  events,
  figures: new Map(),
  now,
  zoneOffset: 480,
  dayStartsAt: 4,
  retention: 0.9,
}

describe('a package written for Anki', () => {
  let back: CollectionImport
  beforeAll(async () => {
    const bytes = await writePackage(deck, writeTables)
    const result = importPackage(bytes, await loadTables(), { deck: 'again', deviceId: 'anki', now, zoneOffset: 0 })
    if (!result.ok) throw new Error(result.error.message)
    back = result.value
  })

  it('says the same words, tags and decks when it is read again', () => {
    const [asked, hidden] = [
      back.cards.find(({ type }) => type === 'basic'),
      back.cards.find(({ type }) => type === 'cloze'),
    ]
    expect(asked).toMatchObject({ front: 'Where is it not \\<smooth\\>?', back: 'At $x < 0$', tags: ['losses'] })
    expect(hidden).toMatchObject({ text: 'The ==margin== is 1' })
    expect(back.report.decks.map(({ path }) => path).sort()).toEqual(['Course', 'Course::Losses'])
    expect(back.report.lossy).toEqual([])
  })

  it('brings memory, due day and every review back', () => {
    const before = deck.states.get(basic)
    const [after] = [...fold(back.events).values()].filter(({ reps }) => reps > 0)
    if (before?.memory.kind !== 'review' || after?.memory.kind !== 'review')
      throw new Error('Both should be in review.')
    expect(after.memory.dueDay).toBe(before.memory.dueDay)
    expect(after.memory.intervalDays).toBe(before.memory.intervalDays)
    expect(Math.abs(after.memory.stability - before.memory.stability)).toBeLessThanOrEqual(5e-5)
    expect(Math.abs(after.memory.difficulty - before.memory.difficulty)).toBeLessThanOrEqual(5e-4)
    expect([after.reps, after.lapses]).toEqual([before.reps, before.lapses])
    const told = (all: readonly ReviewEvent[]) =>
      all.map((one) => [one.at, one.kind === 'grade' ? one.grade : one.kind])
    expect(told(back.events)).toEqual(told(events))
  })

  it("names a note by its first field's SHA-1, as Anki does", () => {
    // SHA-1 of "abc" begins a9993e36.
    expect(fieldSum(new TextEncoder().encode('abc'))).toBe(0xa9993e36)
    expect(stripped('<b>x &lt; 0</b> &amp;amp; <img src="a b.png">')).toBe('x < 0 &amp;  a b.png ')
  })
})
