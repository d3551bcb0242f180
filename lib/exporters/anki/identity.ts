import { hashText } from '@/lib/core/hash'

const fromAnki = /(?:^|\/)anki\.g((?:[0-9a-f]{2})+)\.c(\d+)$/

/** Guids of the notes that cards become: Anki's own for a card that came from there and stands alone, else one from the card's id. */
export const guidsOf = (ids: readonly string[]): ReadonlyMap<string, string> => {
  const notes = ids.map((id) => fromAnki.exec(id)?.[1])
  const counts = new Map<string | undefined, number>()
  for (const note of notes) counts.set(note, (counts.get(note) ?? 0) + 1)
  return new Map(
    ids.map((id, i) => {
      const note = notes[i]
      if (note === undefined || counts.get(note) !== 1) return [id, `gd-${hashText(id).slice(0, 16)}`]
      return [id, (note.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')]
    }),
  )
}
