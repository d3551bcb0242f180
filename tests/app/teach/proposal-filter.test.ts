import { describe, expect, it } from 'vitest'
import { acceptable, everything, fitting, ruleCounts, tally } from '@/app/_ui/teach/notes/proposal-filter'
import type { Mark } from '@/lib/client/notes/desk'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import { deskOf, notes } from './proposals'

const desk = deskOf(notes)
const [first, second] = desk.cards
if (!first || !second) throw new Error('the notes gave fewer than two proposals')
const accepted: Mark = { decided: 'accepted', fields: null }

describe('the filter of proposals', () => {
  it('shows every proposal in the order of the notes at first', () => {
    expect(fitting(desk, new Map(), everything)).toEqual(desk.cards)
  })

  it('picks by rule, confidence, truth and decision, all at once', () => {
    const marks = new Map([[first.id, accepted]])
    expect(fitting(desk, marks, { ...everything, decided: 'accepted' })).toEqual([first])
    expect(fitting(desk, marks, { ...everything, decided: 'open' })).not.toContain(first)
    expect(fitting(desk, marks, { ...everything, rule: first.rule, decided: 'accepted' })).toEqual([first])
    expect(fitting(desk, marks, { ...everything, claim: 'erratum' })).toEqual([])
    const high = fitting(desk, marks, { ...everything, confidence: 'high' })
    const low = fitting(desk, marks, { ...everything, confidence: 'low' })
    expect(high.length + low.length).toBe(desk.cards.length)
  })

  it('picks what changed since the notes were read before', () => {
    const changes = { added: [second.id], changed: [], moved: [], gone: ['old'] }
    expect(fitting({ ...desk, changes }, new Map(), { ...everything, change: 'added' })).toEqual([second])
    expect(fitting({ ...desk, changes }, new Map(), { ...everything, change: 'moved' })).toEqual([])
  })

  it('counts rules and decisions', () => {
    const sum = ruleCounts(desk.cards).reduce((total, [, count]) => total + count, 0)
    expect(sum).toBe(desk.cards.length)
    expect(tally(desk.cards, new Map([[first.id, accepted]]))).toEqual({
      open: desk.cards.length - 1,
      accepted: 1,
      dropped: 0,
    })
  })

  it('never takes a slip of the notes, a doubtful card or a decided one with all the others', () => {
    const card = (id: string, change: Partial<Proposal> = {}): Proposal => ({
      ...first,
      id,
      confidence: 0.9,
      concerns: [],
      claim: { kind: 'not checked' },
      ...change,
    })
    const erratum = { kind: 'erratum', entry: 'e', says: 'a', correct: 'b', why: '', numbers: [] } as const
    const cards = [
      card('sure'),
      card('slip', { claim: erratum }),
      card('doubtful', { concerns: ['over-claim'] }),
      card('unsure', { confidence: 0.5 }),
      card('decided'),
    ]
    const marks = new Map([['decided', { decided: 'dropped', fields: null } as const]])
    expect(acceptable(cards, marks).map(({ id }) => id)).toEqual(['sure'])
  })
})
