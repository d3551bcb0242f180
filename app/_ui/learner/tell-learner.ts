import type { Learner } from '@/lib/client/learner'
import { openLearner } from './use-learner'

/**
 * Lets this device's store hear of what is done already on the server. That it cannot, without a network or in a browser
 * that keeps nothing, is no reason for a page to stop: the store hears of it with its next refresh.
 */
export const tellLearner = async (
  tell: (learner: Learner) => Promise<unknown>,
  open: typeof openLearner = openLearner,
): Promise<void> => {
  try {
    const opened = await open()
    if (opened.ok) await tell(opened.value)
  } catch {
    // As said.
  }
}
