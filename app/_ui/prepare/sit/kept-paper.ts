import { type PaperSitting, readPaper, writePaper } from '@/lib/client/prepare/paper-sitting'

const key = 'gradeck.paper'

/** The paper being worked on, on this device; null where there is none, or nothing can be kept. */
export const keptPaper = (): PaperSitting | null => {
  try {
    return readPaper(localStorage.getItem(key))
  } catch {
    return null
  }
}

/** Keeps every change, so that a closed page loses nothing; null when it was handed in. */
export const keepPaper = (paper: PaperSitting | null): void => {
  try {
    if (paper === null) localStorage.removeItem(key)
    else localStorage.setItem(key, writePaper(paper))
  } catch {
    // A browser that keeps nothing still lets the paper be sat in one go.
  }
}
