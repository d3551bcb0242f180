import { type Grade, grades } from '@/lib/core/grade'
import type { CardId } from '@/lib/core/id'
import type { Ledger, Reviews } from './ledger'

/** Cards graded on a study day in from..to, both included; with this grade where one is named. */
export const ratedIds = (
  { cards, reviews }: Ledger,
  from: number,
  to: number,
  grade: Grade | null,
): ReadonlySet<CardId> => {
  const wanted = grade === null ? -1 : grades.indexOf(grade)
  return idsWhere(cards, reviews, (row) => {
    const day = reviews.day[row] ?? 0
    return day >= from && day <= to && (wanted < 0 || reviews.grade[row] === wanted)
  })
}

/** Cards on which a mistake was recognised whose name fits. */
export const withMistake = (
  { cards, mistakes, reviews }: Ledger,
  fits: (name: string) => boolean,
): ReadonlySet<CardId> => {
  const wanted = [false, ...mistakes.map(fits)]
  return idsWhere(cards, reviews, (row) => wanted[reviews.mistake[row] ?? 0] === true)
}

const idsWhere = (cards: readonly CardId[], { card, length }: Reviews, fits: (row: number) => boolean) => {
  const marked = new Uint8Array(cards.length)
  for (let row = 0; row < length; row++) if (fits(row)) marked[card[row] ?? 0] = 1
  return new Set(cards.filter((_, place) => marked[place] === 1))
}
