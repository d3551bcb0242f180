import { describe, expect, it } from 'vitest'
import {
  type BankDeed,
  bankDeeds,
  bankRoles,
  draftReviews,
  type Mover,
  mayMove,
  moved,
  movesOf,
  type Standing,
} from '@/lib/sync/bank-life'

const standing = (change: Partial<Standing> = {}): Standing => ({ state: 'draft', review: 'none', ...change })
const mover = (change: Partial<Mover> = {}): Mover => ({ role: 'owner', asked: false, ...change })
const moves = (from: Partial<Standing>, who: Partial<Mover>): readonly BankDeed[] => movesOf(standing(from), mover(who))

const states = ['draft', 'published', 'retired'] as const

describe('the life of a bank', () => {
  it('lets an owner publish and ask alone, an editor ask, and a reader do neither', () => {
    expect(moves({}, { role: 'owner' })).toEqual(['ask', 'publish'])
    expect(moves({}, { role: 'editor' })).toEqual(['ask'])
    expect(moves({}, { role: 'viewer' })).toEqual([])
  })

  it('lets everybody but the asker judge what is up for review', () => {
    for (const role of bankRoles) {
      expect(moves({ review: 'asked' }, { role }), role).toEqual(expect.arrayContaining(['approve', 'return']))
      const own = moves({ review: 'asked' }, { role, asked: true })
      expect(own.includes('approve') || own.includes('return'), `${role}, who asked`).toBe(false)
    }
  })

  it('lets the asker and owners take a question back, and no other editor', () => {
    expect(mayMove(standing({ review: 'asked' }), mover({ role: 'editor', asked: true }), 'withdraw')).toBe(true)
    expect(mayMove(standing({ review: 'approved' }), mover({ role: 'owner' }), 'withdraw')).toBe(true)
    expect(mayMove(standing({ review: 'asked' }), mover({ role: 'editor' }), 'withdraw')).toBe(false)
  })

  it('lets an editor publish what somebody else has approved, and nothing else', () => {
    for (const review of draftReviews)
      for (const asked of [true, false])
        expect(mayMove(standing({ review }), mover({ role: 'editor', asked }), 'publish')).toBe(review === 'approved')
  })

  it('never lets a reader write, publish, retire or reopen, wherever the bank stands', () => {
    for (const state of states)
      for (const review of draftReviews)
        expect(
          moves({ state, review }, { role: 'viewer' }).filter((deed) => deed !== 'approve' && deed !== 'return'),
        ).toEqual([])
  })

  it('retires what is published and reopens what is retired, by owners alone', () => {
    for (const role of bankRoles)
      for (const state of states) {
        expect(mayMove(standing({ state }), mover({ role }), 'retire')).toBe(role === 'owner' && state === 'published')
        expect(mayMove(standing({ state }), mover({ role }), 'reopen')).toBe(role === 'owner' && state === 'retired')
      }
  })

  it('keeps a retired bank from new learners when a correction of it is published', () => {
    expect(moved(standing({ state: 'retired', review: 'approved' }), 'publish')).toEqual({
      state: 'retired',
      review: 'none',
    })
    expect(moved(standing(), 'publish')).toEqual({ state: 'published', review: 'none' })
  })

  it('ends no review by retiring or reopening, and ends it by every judgement but approval', () => {
    const after = (deed: BankDeed) => moved(standing({ state: 'published', review: 'asked' }), deed).review
    expect(Object.fromEntries(bankDeeds.map((deed) => [deed, after(deed)]))).toEqual({
      ask: 'asked',
      withdraw: 'none',
      approve: 'approved',
      return: 'none',
      publish: 'none',
      retire: 'asked',
      reopen: 'asked',
    })
  })
})
