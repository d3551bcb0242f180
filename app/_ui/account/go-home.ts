/** Loads the first page anew, so that nothing of who was here before stays in memory. */
export const goHome = (): void => window.location.assign('/')
