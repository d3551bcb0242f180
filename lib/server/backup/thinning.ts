import 'server-only'

const dayMs = 86_400_000

/** How many days, weeks and months back a backup is kept. */
const kept = { days: 7, weeks: 5, months: 12 } as const

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7)

/**
 * Which automatic backups can go: the newest of each of the last 7 days, 5 weeks and 12 months stays, counted over those
 * that have one, so that a server which slept for a year still has its old ones.
 */
export const superfluous = (madeAt: readonly number[]): readonly number[] => {
  const newestFirst = [...madeAt].sort((a, b) => b - a)
  const newestOf = (name: (at: number) => string | number, most: number): readonly number[] => {
    const found = new Map<string | number, number>()
    for (const at of newestFirst) if (!found.has(name(at))) found.set(name(at), at)
    return [...found.values()].slice(0, most)
  }
  const stays = new Set([
    ...newestOf((at) => Math.floor(at / dayMs), kept.days),
    // Days since 1970 began on a Thursday; weeks begin on Mondays.
    ...newestOf((at) => Math.floor((at / dayMs + 3) / 7), kept.weeks),
    ...newestOf(monthOf, kept.months),
  ])
  return newestFirst.filter((at) => !stays.has(at))
}
