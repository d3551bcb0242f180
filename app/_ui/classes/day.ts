const dayMs = 86_400_000

/** A day counted since 1970 as `2026-11-23`, as a date field takes it. */
export const dateText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The day of a date field; null while it is empty. */
export const dayOfText = (text: string): number | null => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) ? null : Math.floor(at / dayMs)
}

/** A day as a date at which it can be formatted in UTC. */
export const dateOfDay = (day: number): Date => new Date(day * dayMs)
