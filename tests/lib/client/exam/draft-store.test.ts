import { describe, expect, it } from 'vitest'
import { readDrafts, recoverDrafts } from '@/lib/client/exam/draft-store'
import { openSitting, type SittingGround } from '@/lib/client/exam/sitting'
import { bench, sheet } from './bench'

const text = (word: string) => ({ kind: 'text' as const, text: word })

/** A desk whose browser died: local storage is on the disk as it was after the first of two answers. */
const died = () => {
  const desk = bench()
  const ground = desk.ground()
  const sitting = openSitting(ground, sheet())
  sitting.answer(0, text('first'), 1)
  const onDisk = new Map(desk.storage)
  sitting.answer(0, text('second'), 1)
  desk.storage.clear()
  for (const [name, kept] of onDisk) desk.storage.set(name, kept)
  return { desk, ground }
}
const kept = ({ storage }: SittingGround, attempt: string) =>
  readDrafts(storage, 'exam-1', attempt)?.drafts.map(({ answer }) => answer)

describe('answers on a device', () => {
  it('outlive a browser that dies before its local storage is on the disk', async () => {
    const { ground } = died()
    expect(kept(ground, 'attempt-hers')).toEqual([text('first')])
    await recoverDrafts(ground, 'exam-1', 'attempt-hers')
    expect(kept(ground, 'attempt-hers')).toEqual([text('second')])
  })

  it('are not put back over what was written since, nor into another person’s attempt', async () => {
    const { desk, ground } = died()
    const old = new Map(desk.journal)
    openSitting(ground, sheet()).answer(1, text('third'), 1)
    openSitting(ground, sheet()).answer(2, text('fourth'), 1)
    for (const [name, one] of old) desk.journal.set(name, one)
    await recoverDrafts(ground, 'exam-1', 'attempt-hers')
    expect(kept(ground, 'attempt-hers')).toEqual([text('first'), text('third'), text('fourth')])
    desk.storage.clear()
    await recoverDrafts(ground, 'exam-1', 'attempt-his')
    expect(desk.storage.size).toBe(0)
  })

  it('are forgotten in both places once the server has them whole', async () => {
    const desk = bench()
    const sitting = openSitting(desk.ground(), sheet())
    sitting.answer(0, text('all of it'), 1)
    expect([desk.storage.size, desk.journal.size]).toEqual([1, 1])
    await sitting.handIn()
    expect([desk.storage.size, desk.journal.size]).toEqual([0, 0])
  })

  it('come from the server alone where the journal holds nothing that can be read', async () => {
    const { desk, ground } = died()
    desk.storage.clear()
    for (const name of desk.journal.keys()) desk.journal.set(name, '{"attempt":')
    await recoverDrafts(ground, 'exam-1', 'attempt-hers')
    expect(desk.storage.size).toBe(0)
  })
})
