import 'server-only'
import type { ImportLoss } from '@/lib/sync/file-import'

/** Of what is left out a person wants to see which notes; of what is changed, an idea of it. */
const mostExamples = { out: 500, changed: 10 }

/** One thing that does not come over as it was. */
export interface Loss {
  readonly kind: string
  readonly left: 'out' | 'changed'
  /** What the note or row is called; empty where there is no telling. */
  readonly example: string
}

/** Losses by kind, those that were left out first. */
export const lossesOf = (rows: readonly Loss[]): readonly ImportLoss[] => {
  const groups = new Map<string, { kind: string; left: 'out' | 'changed'; count: number; examples: string[] }>()
  for (const { kind, left, example: whole } of rows) {
    const key = `${left} ${kind}`
    const group = groups.get(key) ?? { kind, left, count: 0, examples: [] }
    groups.set(key, group)
    group.count++
    const example = whole.slice(0, 200)
    if (example !== '' && group.examples.length < mostExamples[left] && !group.examples.includes(example))
      group.examples.push(example)
  }
  return [...groups.values()].sort((a, b) => Number(b.left === 'out') - Number(a.left === 'out') || b.count - a.count)
}
