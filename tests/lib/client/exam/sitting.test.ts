import { beforeEach, describe, expect, it } from 'vitest'
import { openSitting } from '@/lib/client/exam/sitting'
import type { Sheet } from '@/lib/exam/protocol/attempt'
import { bench, sheet } from './bench'

const text = (word: string) => ({ kind: 'text' as const, text: word })

describe('a sitting', () => {
  let desk: ReturnType<typeof bench>
  beforeEach(() => {
    desk = bench()
  })
  const open = (from: Sheet = sheet()) => openSitting(desk.ground(), from)

  it('keeps every change on the device at once and on the server within five seconds', async () => {
    const sitting = open()
    sitting.answer(0, text('a'), 100)
    expect(desk.kept().drafts).toEqual([{ slot: 0, rev: 1, answer: text('a'), spentMs: 100, saved: false }])
    expect(sitting.getSnapshot().saved).toBe('device')
    sitting.answer(0, text('ab'), 200)
    sitting.answer(1, text('b'), 50)
    await desk.pass(4999)
    expect(desk.server.saved).toEqual([
      [
        { slot: 0, rev: 2, device: 'phone', answer: text('ab'), spentMs: 300 },
        { slot: 1, rev: 1, device: 'phone', answer: text('b'), spentMs: 50 },
      ],
    ])
    expect(sitting.getSnapshot().saved).toBe('saved')
    expect([...sitting.getSnapshot().onServer]).toEqual([0, 1])
  })

  it('saves a long answer in whatever script, though it may not outlive the page', async () => {
    const sitting = open()
    sitting.answer(0, text('长'.repeat(30_000)), 1)
    await desk.pass(5000)
    expect(sitting.getSnapshot().saved).toBe('saved')
  })

  it('says that it is offline, and sends everything once there is a network again', async () => {
    const sitting = open()
    desk.server.down = true
    sitting.answer(0, text('a'), 1)
    await desk.pass(5000)
    expect(sitting.getSnapshot().saved).toBe('offline')
    sitting.answer(1, text('b'), 1)
    await desk.pass(30_000)
    desk.server.down = false
    await desk.pass(16_000)
    expect(sitting.getSnapshot().saved).toBe('saved')
    expect(desk.server.saved.at(-1)?.map(({ slot }) => slot)).toEqual([0, 1])
  })

  it('says that it is offline while handing in waits, although every answer is there already', async () => {
    const sitting = open()
    sitting.answer(0, text('a'), 1)
    await desk.pass(5000)
    desk.server.down = true
    await sitting.handIn()
    expect(sitting.getSnapshot()).toMatchObject({ handingIn: true, saved: 'offline' })
    desk.server.down = false
    await desk.pass(16_000)
    expect(sitting.getSnapshot()).toMatchObject({ handingIn: false, finished: true, saved: 'saved' })
  })

  it('goes on after a crash with what the device kept, and sends what the server lacks', async () => {
    open().answer(0, text('typed before the crash'), 1)
    const again = open(sheet({ answers: [{ slot: 1, rev: 4, answer: text('elsewhere'), spentMs: 0 }] }))
    expect([...again.getSnapshot().answers.values()]).toEqual([text('elsewhere'), text('typed before the crash')])
    await desk.pass(1)
    expect(desk.server.saved).toMatchObject([[{ slot: 0, rev: 1 }]])
  })

  it('takes the newer answer of another device, and goes beyond it', async () => {
    open().answer(0, text('old'), 1)
    const again = open(sheet({ answers: [{ slot: 0, rev: 7, answer: text('newer'), spentMs: 0 }] }))
    expect(again.getSnapshot().answers.get(0)).toEqual(text('newer'))
    again.answer(0, text('newest'), 1)
    await desk.pass(5000)
    expect(desk.server.saved.at(-1)).toMatchObject([{ slot: 0, rev: 8 }])
  })

  it('never takes what another person’s attempt left on a shared device', () => {
    open().answer(0, text('hers'), 1)
    const his = open(sheet({ attempt: 'attempt-his' }))
    expect(his.getSnapshot().answers.size).toBe(0)
  })

  it('offers an answer again that the server said it had and has no more', async () => {
    const sitting = open()
    sitting.answer(0, text('a'), 1)
    await desk.pass(5000)
    expect(sitting.getSnapshot().saved).toBe('saved')
    open(sheet())
    await desk.pass(1)
    expect(desk.server.saved).toHaveLength(2)
  })

  it('is handed in only once the server says so, whatever happens to the network or the page', async () => {
    const sitting = open()
    sitting.answer(0, text('a'), 1)
    desk.server.down = true
    await sitting.handIn()
    expect(sitting.getSnapshot()).toMatchObject({ handingIn: true, receipt: null, saved: 'offline' })
    sitting.answer(0, text('too late'), 1)
    expect(sitting.getSnapshot().answers.get(0)).toEqual(text('a'))
    sitting.close()
    const again = open()
    expect(again.getSnapshot().handingIn).toBe(true)
    desk.server.down = false
    await desk.pass(20_000)
    expect(again.getSnapshot()).toMatchObject({ handingIn: false, finished: true, receipt: { code: 'abcd' } })
    expect(desk.server.handedIn).toMatchObject([[{ slot: 0, answer: text('a') }]])
    expect(desk.storage.size).toBe(0)
  })

  it('counts time by the server’s clock', async () => {
    const sitting = open(sheet({ now: 1_000_000 }))
    expect(sitting.now()).toBe(1_000_000)
    await desk.pass(500)
    expect(sitting.now()).toBe(1_000_500)
  })

  it('passes a lock-point with its last answers, and tells when it could not', async () => {
    const sitting = open(sheet({ nextPlace: 1 }))
    sitting.answer(0, text('last'), 1)
    desk.server.down = true
    await sitting.passLockPoint()
    expect(sitting.getSnapshot()).toMatchObject({ failed: 'lock', place: 0 })
    desk.server.down = false
    desk.server.sheet = sheet({
      place: 1,
      nextPlace: null,
      answers: [{ slot: 0, rev: 1, answer: text('last'), spentMs: 1 }],
    })
    await sitting.passLockPoint()
    expect(desk.server.passed).toMatchObject([{ to: 1, answers: [{ slot: 0, answer: text('last') }] }])
    expect(sitting.getSnapshot()).toMatchObject({ failed: null, place: 1, saved: 'saved' })
  })

  it('shows a break begun on another device, takes nothing during it, and sends what it kept after it', async () => {
    const sitting = open()
    desk.server.closed = true
    desk.server.sheet = sheet({ onBreak: true, breakLeftMs: 60_000, now: 5000, deadline: 3_605_000 })
    sitting.answer(0, text('on its way'), 1)
    await desk.pass(5000)
    expect(sitting.getSnapshot()).toMatchObject({
      onBreak: true,
      saved: 'device',
      pause: { endsAt: 65_000, leftMs: 3_600_000 },
    })
    sitting.answer(0, text('during the break'), 1)
    expect(sitting.getSnapshot().answers.get(0)).toEqual(text('on its way'))
    await desk.pass(30_000)
    expect(desk.server.saved).toEqual([])
    desk.server.closed = false
    desk.server.sheet = sheet({ now: 40_000 })
    await sitting.takeBreak(false)
    await desk.pass(1)
    expect(desk.server.saved).toMatchObject([[{ slot: 0, answer: text('on its way') }]])
    expect(sitting.getSnapshot()).toMatchObject({ onBreak: false, pause: null, saved: 'saved' })
  })

  it('shows why the next part was refused: a break, begun on another device', async () => {
    const sitting = open(sheet({ nextPlace: 1 }))
    desk.server.closed = true
    desk.server.sheet = sheet({ nextPlace: 1, onBreak: true, breakLeftMs: 60_000 })
    await sitting.passLockPoint()
    expect(sitting.getSnapshot()).toMatchObject({ failed: 'lock', onBreak: true })
    expect(desk.server.passed).toEqual([])
  })

  it('says when not even the device keeps what is typed', () => {
    desk.full = true
    const sitting = open()
    sitting.answer(0, text('a'), 1)
    expect(sitting.getSnapshot().saved).toBe('unkept')
  })

  it('remembers what was flagged, here at once and on the server soon after', async () => {
    const sitting = open()
    sitting.flag(1)
    sitting.flag(0)
    sitting.flag(1)
    expect([...open().getSnapshot().flagged]).toEqual([0])
    await desk.pass(5000)
    expect(desk.server.flagged.at(-1)).toEqual([
      { slot: 0, on: true },
      { slot: 1, on: false },
    ])
    expect(desk.kept().flags).toEqual([])
    expect([...sitting.getSnapshot().flagged]).toEqual([0])
  })

  it('shows what another device flagged, and undoes none of it', async () => {
    const sitting = open(sheet({ flagged: [1, 2] }))
    expect([...sitting.getSnapshot().flagged]).toEqual([1, 2])
    desk.server.down = true
    sitting.flag(2)
    await desk.pass(5000)
    desk.server.down = false
    desk.server.sheet = sheet({ flagged: [0, 1, 2] })
    await sitting.refresh()
    expect(desk.server.flagged.at(-1)).toEqual([{ slot: 2, on: false }])
    expect(sitting.getSnapshot().saved).toBe('saved')
  })
})
