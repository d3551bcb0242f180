import type { DeviceId, EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'

/**
 * `POST /api/sync`: what a device has not yet heard acknowledged, and from where it wants to hear. Idempotent. Cursor and
 * events are all that must be there; a device that tells the rest is told when its cursor belongs to another store, and has
 * a wrong clock set right.
 */
export interface SyncRequest {
  /** Null where the sender has no name. */
  readonly deviceId: DeviceId | null
  /** The store the cursor belongs to; null on the first sync, and from a sender who compares epochs by itself. */
  readonly epoch: string | null
  /** Last sequence number received; 0 at first. */
  readonly cursor: number
  /** The device's clock when it sent this, ms: tells the server how far ahead it runs; null where it says nothing. */
  readonly sentAt: number | null
  /** Whether the offered events come back among the others; where they do not, those still do that the server changed. */
  readonly echo: boolean
  /** At most 200. */
  readonly events: readonly ReviewEvent[]
}

export interface SyncResponse {
  /**
   * Names the store and the person, e.g. `<store epoch>.<user id>`. New after a restore, other after signing in as somebody
   * else: a device that sees another epoch resets its cursor to 0 and offers all its events again.
   */
  readonly epoch: string
  readonly accepted: readonly EventId[]
  readonly rejected: readonly { readonly id: EventId; readonly reason: string }[]
  /** This person's events after the cursor, with `at` as corrected by the server, in order of sequence; own ones too. At most 500. */
  readonly events: readonly ReviewEvent[]
  readonly cursor: number
  /** More are waiting after `cursor`. */
  readonly more: boolean
}
