import type { DraftPlace } from '@/lib/client/exam/draft-store'

/**
 * A browser's storage, which outlives its pages. When the browser dies as a whole, local storage is as it was when it last
 * reached the disk; the journal is there at once.
 */
export const browserStorage = (): DraftPlace & { readonly toDisk: () => void; readonly die: () => void } => {
  let texts = new Map<string, string>()
  let disk = new Map<string, string>()
  const journal = new Map<string, string>()
  return {
    storage: {
      getItem: (name) => texts.get(name) ?? null,
      setItem: (name, value) => void texts.set(name, value),
      removeItem: (name) => void texts.delete(name),
    },
    journal: {
      read: async (name) => journal.get(name) ?? null,
      write: (name, text) => void (text === null ? journal.delete(name) : journal.set(name, text)),
    },
    toDisk: () => {
      disk = new Map(texts)
    },
    die: () => {
      texts = new Map(disk)
    },
  }
}
