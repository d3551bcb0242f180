import type { FeedbackPolicy } from './setup'

/** What of an attempt somebody may see now. */
export type Seen = FeedbackPolicy['show']

/** Whether answers wait until nobody works any more, although points may be told before. */
const keysWait = ({ show, keysEarly }: FeedbackPolicy): boolean => show === 'full' && !keysEarly

/**
 * What a student may see of their own finished attempt. Nothing before it is finished, whatever the policy; afterwards what
 * the policy names, from when it names. `over`: it is closed, and nobody works on it any more, with extra time either: until
 * then answers could be passed on, so only an author who says so gives them earlier.
 */
export const seenNow = (policy: FeedbackPolicy, { finished, over, now }: FeedbackMoment): Seen => {
  const { show, when, at } = policy
  if (!finished) return 'none'
  if (when === 'closed') return over ? show : 'none'
  if (when === 'date' && (at === null || now < at)) return 'none'
  return keysWait(policy) && !over ? 'marks' : show
}

export interface FeedbackMoment {
  readonly finished: boolean
  readonly over: boolean
  readonly now: number
}

/** When feedback will come; null where none will, or where it has no fixed time. */
export const feedbackAt = ({ show, when, at }: FeedbackPolicy, closesAt: number): number | null =>
  show === 'none' || when === 'handed-in' ? null : when === 'closed' ? closesAt : at

/** When the answers come, at the earliest, where they come later than the points; null otherwise. */
export const keysAt = (policy: FeedbackPolicy, closesAt: number): number | null => {
  const { when, at } = policy
  const before = when === 'handed-in' || (when === 'date' && at !== null && at < closesAt)
  return before && keysWait(policy) ? closesAt : null
}
