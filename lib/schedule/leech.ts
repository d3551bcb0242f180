/** A card is called a leech at `after` lapses, and again each time half as many have come on top. */
export const becomesLeech = (lapses: number, after: number): boolean =>
  lapses >= after && (lapses - after) % Math.ceil(after / 2) === 0

export const isLeech = (lapses: number, after: number): boolean => lapses >= after
