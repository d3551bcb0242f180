/** Why the browser did not keep something; both are states of the page, never exceptions on it. */
export type StorageProblem = 'storage-full' | 'storage-failed'

export const storageProblem = (error: unknown): StorageProblem =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'storage-full' : 'storage-failed'

/** Asks the browser not to throw the learner's data away when the disk fills up. False where it will not promise. */
export const askForPersistence = async (): Promise<boolean> => {
  try {
    return (await navigator.storage?.persist?.()) ?? false
  } catch {
    return false
  }
}
