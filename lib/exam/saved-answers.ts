import type { Answer } from '@/lib/view/input'

/** An answer as a device offers it. */
export interface OfferedAnswer {
  /** Place on the paper. */
  readonly slot: number
  /** One more than the highest this device knew of for the slot. */
  readonly rev: number
  readonly device: string
  readonly answer: Answer
}

/** The same once it has reached the server. */
export interface SavedAnswer extends OfferedAnswer {
  /** By the server's clock, ms since 1970. */
  readonly receivedAt: number
}

/** A total order without ties between different offers: the later edit wins, and of two made apart always the same one. */
export const isNewer = (
  a: Pick<OfferedAnswer, 'rev' | 'device'>,
  b: Pick<OfferedAnswer, 'rev' | 'device'> | undefined,
): boolean => b === undefined || a.rev > b.rev || (a.rev === b.rev && a.device > b.device)

export interface AttemptAnswers {
  /** What counts, by slot. */
  readonly counted: ReadonlyMap<number, SavedAnswer>
  /** What came too late and is newer than what counts, by slot: kept for whoever may accept it. */
  readonly late: ReadonlyMap<number, SavedAnswer>
}

/**
 * Folds whatever arrived, in any order and any number of times, into one state: per slot the newest answer that came in time,
 * and beside it a newer one that did not.
 */
export const foldAnswers = (packets: readonly SavedAnswer[], countsUntil: number): AttemptAnswers => {
  const counted = new Map<number, SavedAnswer>()
  const late = new Map<number, SavedAnswer>()
  for (const packet of packets) {
    const into = packet.receivedAt <= countsUntil ? counted : late
    if (isNewer(packet, into.get(packet.slot))) into.set(packet.slot, packet)
  }
  for (const [slot, packet] of late) if (!isNewer(packet, counted.get(slot))) late.delete(slot)
  return { counted, late }
}

/** What is marked: answers in time and, where staff accepted them, the late ones in their place. */
export const markedAnswers = (
  { counted, late }: AttemptAnswers,
  lateAccepted: boolean,
): ReadonlyMap<number, SavedAnswer> => (lateAccepted ? new Map([...counted, ...late]) : counted)
