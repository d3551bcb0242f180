import type { Diagnostic } from '@/lib/core/diagnostic'

/** The first faults of many, and one more that says how many are left out. */
export const capFaults = (all: readonly Diagnostic[], most: number): readonly Diagnostic[] => {
  const next = all[most]
  if (next === undefined) return all
  return [
    ...all.slice(0, most),
    { ...next, message: `${all.length - most} more faults are not listed.`, hint: 'Mend those above and look again.' },
  ]
}
