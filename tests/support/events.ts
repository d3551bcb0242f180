import { asId, type CardId, type DeviceId, type EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { SyncRequest } from '@/lib/sync/protocol'

export const noon = Date.UTC(2026, 2, 10, 12)

/** A grade of `good`, but for what the test says. */
export const gradeEvent = (changes: {
  readonly id: string
  readonly cardId?: string
  readonly at?: number
  readonly grade?: 'again' | 'hard' | 'good' | 'easy'
  readonly deviceId?: string
}): ReviewEvent => ({
  kind: 'grade',
  id: asId<EventId>(changes.id),
  deviceId: asId<DeviceId>(changes.deviceId ?? 'phone'),
  cardId: asId<CardId>(changes.cardId ?? 'deck/card'),
  revision: 'r1',
  at: changes.at ?? noon,
  zoneOffset: 60,
  dayStartsAt: 4,
  grade: changes.grade ?? 'good',
  durationMs: 4000,
  suggested: null,
  given: { x: [1, 2.5, -3e-7] },
  answer: '−0.5 为\u0000',
  verdict: 'right',
  mistake: null,
  algorithm: 'fsrs-6',
  parameters: 'default',
})

/** A request from a device whose clock is right. */
export const syncRequest = (events: readonly ReviewEvent[], changes: Partial<SyncRequest> = {}): SyncRequest => ({
  deviceId: asId<DeviceId>('phone'),
  epoch: null,
  cursor: 0,
  sentAt: noon,
  echo: true,
  events,
  ...changes,
})
