import { describe, expect, it } from 'vitest'
import { decodeEvent } from '@/lib/sync/decode-event'
import { decodeSyncRequest } from '@/lib/sync/decode-exchange'
import { gradeEvent, randomHistory } from '../schedule/history'

describe('an event from outside', () => {
  it('is read back as it was written, every kind of it', () => {
    const kinds = new Set<string>()
    for (let seed = 0; seed < 30; seed++) {
      for (const event of randomHistory(seed)) {
        kinds.add(event.kind)
        expect(decodeEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event })
      }
    }
    expect([...kinds].sort()).toEqual(['bury', 'flag', 'grade', 'plan', 'reset', 'suspend', 'undo', 'unsuspend'])
  })

  it.each([
    ['an id with white space', { id: 'a b' }],
    ['a time before 1970', { at: -1 }],
    ['a time past 2100', { at: Date.UTC(2101, 0, 1) }],
    ['a zone that is on no map', { zoneOffset: 2000 }],
    ['a day that starts at 24', { dayStartsAt: 24 }],
    ['an unknown grade', { grade: 'perfect' }],
    ['a duration over ten minutes', { durationMs: 600_001 }],
    ['an answer of 60 KB', { answer: 'x'.repeat(60_000) }],
    ['a card id with a control character', { cardId: 'deck/\u0007' }],
    ['an unknown kind', { kind: 'delete' }],
  ])('is refused for %s', (_what, change) => {
    expect(decodeEvent({ ...gradeEvent({}), ...change }).ok).toBe(false)
  })

  it('takes card ids in any script', () => {
    expect(decodeEvent({ ...gradeEvent({}), cardId: '课程/损失函数.定义' }).ok).toBe(true)
  })
})

describe('a sync request from outside', () => {
  const frame = { deviceId: 'phone', epoch: null, cursor: 0, sentAt: 1, echo: false }

  it('sets unreadable events aside and keeps the others', () => {
    const read = decodeSyncRequest({ ...frame, events: [gradeEvent({}), { ...gradeEvent({}), id: 'bad', grade: 7 }] })
    expect(read.ok && read.value.request.events.length, 'readable').toBe(1)
    expect(read.ok && read.value.unreadable).toEqual([
      { id: 'bad', reason: 'Expected one of again, hard, good, easy at /events/1/grade.' },
    ])
  })

  it('needs no more than a cursor and events', () => {
    const read = decodeSyncRequest({ cursor: 3, events: [] })
    expect(read).toEqual({
      ok: true,
      value: {
        request: { deviceId: null, epoch: null, cursor: 3, sentAt: null, echo: true, events: [] },
        unreadable: [],
      },
    })
  })

  it('is refused as a whole when an event cannot even be named, or there are more than 200', () => {
    expect(decodeSyncRequest({ ...frame, events: [{ kind: 'grade' }] }).ok, 'nameless').toBe(false)
    expect(decodeSyncRequest({ ...frame, events: Array(201).fill(gradeEvent({})) }).ok, 'too many').toBe(false)
    expect(decodeSyncRequest({ ...frame, cursor: -1, events: [] }).ok, 'cursor').toBe(false)
    expect(decodeSyncRequest(null).ok, 'nothing').toBe(false)
  })
})
