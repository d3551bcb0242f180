import type { FeedbackPolicy } from './setup'

/** What of an attempt somebody may see now. */
export type Seen = FeedbackPolicy['show']

/**
 * What a student may see of their own finished attempt. Nothing before it is finished, whatever the policy; afterwards what
 * the policy names, from when it names.
 */
export const seenNow = (
  { show, when, at }: FeedbackPolicy,
  { finished, closesAt, now }: { readonly finished: boolean; readonly closesAt: number; readonly now: number },
): Seen => {
  if (!finished) return 'none'
  if (when === 'closed') return now >= closesAt ? show : 'none'
  if (when === 'date') return at !== null && now >= at ? show : 'none'
  return show
}

/** When feedback will come; null where none will, or where it has no fixed time. */
export const feedbackAt = ({ show, when, at }: FeedbackPolicy, closesAt: number): number | null =>
  show === 'none' || when === 'handed-in' ? null : when === 'closed' ? closesAt : at
