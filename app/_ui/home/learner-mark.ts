const key = 'gradeck.learner'

/** Remembers that this browser belongs to a learner, so that `/` opens with today from the next visit on. */
export const markLearner = (): void => {
  try {
    localStorage.setItem(key, 'returning')
  } catch {
    // Without storage the welcome simply shows again.
  }
}

/** As the script before the first paint does, for a page that was reached without loading it anew. */
export const applyLearnerMark = (): void => {
  try {
    if (localStorage.getItem(key) === 'returning') document.documentElement.dataset.learner = 'returning'
  } catch {
    // Nothing is known of this browser.
  }
}

/** After signing out this browser belongs to nobody. */
export const forgetLearner = (): void => {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept, so nothing is to be forgotten.
  }
}
