import { describe, expect, it } from 'vitest'
import { approvalOf, type BankStep, decodeDeedRequest, decodeRemarkRequest } from '@/lib/sync/bank-desk'
import type { BankStepKind } from '@/lib/sync/bank-life'

/** Steps as they are told, the latest first. */
const steps = (...told: readonly (readonly [BankStepKind, string, number?])[]): readonly BankStep[] =>
  told.map(([kind, by, number], at) => ({
    kind,
    by,
    at: 1000 - at,
    revision: 1,
    reason: '',
    number: number ?? null,
    cards: null,
    hints: null,
  }))

describe('the approval of a publication', () => {
  it('is the one that stood when it was published', () => {
    const told = steps(['published', 'Ada', 2], ['approved', 'Rea'], ['asked', 'Ed'], ['published', 'Ada', 1])
    expect(approvalOf(told, 2)?.by).toBe('Rea')
    expect(approvalOf(told, 1)).toBeNull()
  })

  it('is none where the draft was changed, sent back or taken back after it', () => {
    for (const kind of ['changed', 'returned', 'withdrawn'] as const)
      expect(approvalOf(steps(['published', 'Ada', 1], [kind, 'Ed'], ['approved', 'Rea']), 1), kind).toBeNull()
  })

  it('is not lost by what happens to the bank between', () => {
    const told = steps(['published', 'Ada', 3], ['reopened', 'Ada'], ['retired', 'Ada'], ['approved', 'Rea'])
    expect(approvalOf(told, 3)?.by).toBe('Rea')
  })

  it('is none for a publication from before steps were kept', () => {
    expect(approvalOf(steps(['approved', 'Rea']), 1)).toBeNull()
  })
})

describe('what is sent to move a bank or to say something', () => {
  it('names a deed that is asked for, never a publication', () => {
    expect(decodeDeedRequest({ deed: 'ask', base: 1, reason: '' }).ok).toBe(true)
    expect(decodeDeedRequest({ deed: 'publish', base: 1, reason: '' }).ok).toBe(false)
    expect(decodeDeedRequest({ deed: 'ask', base: 0, reason: '' }).ok).toBe(false)
  })

  it('says something', () => {
    expect(decodeRemarkRequest({ card: '', text: 'Long.\nToo long.' }).ok).toBe(true)
    expect(decodeRemarkRequest({ card: '', text: ' \n ' }).ok).toBe(false)
  })
})
