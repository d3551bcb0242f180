import { openLearner } from '../learner/use-learner'
import { markLearner } from './learner-mark'

/** One tap, no form: from now on reviews go to the server too, under a guest account made by the first sync. */
export const startAsGuest = (): void => {
  markLearner()
  void openLearner().then((learner) => (learner.ok ? learner.value.updateSettings({ guest: true }) : null))
}
