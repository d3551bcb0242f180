const dayMs = 86_400_000

/** The study day of a calendar date as a date field writes it; null where it is none. */
export const dayOfDate = (date: string): number | null => {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isFinite(at) ? Math.round(at / dayMs) : null
}

/** Noon of a study day's date, to be written out in UTC. */
export const noonOf = (day: number): Date => new Date(day * dayMs + dayMs / 2)
