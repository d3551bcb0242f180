const key = 'gradeck.learner'

/** Remembers that this browser belongs to a learner, so that `/` opens with today from now on. */
export const markLearner = (): void => {
  try {
    localStorage.setItem(key, 'returning')
  } catch {
    // Without storage the welcome simply shows again.
  }
}

/** Shows today at once, also in the page that is open. */
export const showToday = (): void => {
  markLearner()
  document.documentElement.dataset.learner = 'returning'
}

/** After signing out this browser belongs to nobody. */
export const forgetLearner = (): void => {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept, so nothing is to be forgotten.
  }
}
