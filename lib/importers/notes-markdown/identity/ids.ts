import { hashText } from '@/lib/core/hash'

/** Wording that does not matter to which fact a card is about. */
const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\p{P}$\\]+/gu, ' ')
    .trim()

/**
 * Ids from what a card asks, not from where it stands: the same notes give the same ids, and so do notes in which other
 * lines were changed or moved. Two cards about the same get ids by their order among each other.
 */
export const makeIds = (): ((rule: string, key: string) => string) => {
  const seen = new Map<string, number>()
  return (rule, key) => {
    const named = hashText(`${rule}|${normal(key)}`).slice(0, 12)
    const count = (seen.get(named) ?? 0) + 1
    seen.set(named, count)
    return count === 1 ? `notes.${named}` : `notes.${named}-${count}`
  }
}
