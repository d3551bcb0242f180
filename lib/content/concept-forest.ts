import type { ConceptId } from '@/lib/core/id'
import type { BundledConcept } from './bundle'

/** A concept with what builds on it in the same study. */
export interface ConceptTree {
  readonly concept: BundledConcept
  readonly children: readonly ConceptTree[]
}

export interface StudyForest {
  readonly study: number
  readonly trees: readonly ConceptTree[]
}

/** What a concept rests on and what rests on it, at any distance; neither holds the concept itself. */
export interface Reach {
  readonly before: ReadonlySet<ConceptId>
  readonly after: ReadonlySet<ConceptId>
}

/** How many steps of prerequisites lie below each concept. Expects no rings, as publishing checks. */
const depths = (concepts: readonly BundledConcept[]): ReadonlyMap<ConceptId, number> => {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const found = new Map<ConceptId, number>()
  const depth = (id: ConceptId): number => {
    const known = found.get(id)
    if (known !== undefined) return known
    const own = (byId.get(id)?.prerequisites ?? []).reduce((most, before) => Math.max(most, depth(before) + 1), 0)
    found.set(id, own)
    return own
  }
  for (const { id } of concepts) depth(id)
  return found
}

/**
 * The graph of prerequisites as trees a reader can follow, study by study: a concept stands below the last to be learned
 * of its prerequisites in the same study, or at a root where it has none there. Order within is the order of the course.
 */
export const conceptForest = (concepts: readonly BundledConcept[]): readonly StudyForest[] => {
  const depth = depths(concepts)
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const below = new Map<ConceptId | null, BundledConcept[]>()
  for (const concept of concepts) {
    const parent = concept.prerequisites
      .filter((id) => byId.get(id)?.study === concept.study)
      .reduce<ConceptId | null>(
        (last, id) => (last === null || (depth.get(id) ?? 0) > (depth.get(last) ?? 0) ? id : last),
        null,
      )
    below.set(parent, [...(below.get(parent) ?? []), concept])
  }
  const tree = (concept: BundledConcept): ConceptTree => ({
    concept,
    children: (below.get(concept.id) ?? []).map(tree),
  })
  const roots = below.get(null) ?? []
  return [...new Set(roots.map(({ study }) => study))]
    .sort((a, b) => a - b)
    .map((study) => ({ study, trees: roots.filter((root) => root.study === study).map(tree) }))
}

/** Everything a concept needs and everything that needs it. */
export const reachOf = (concepts: readonly BundledConcept[], from: ConceptId): Reach => {
  const needs = new Map(concepts.map((concept) => [concept.id, concept.prerequisites]))
  const neededBy = new Map<ConceptId, ConceptId[]>()
  for (const { id, prerequisites } of concepts)
    for (const before of prerequisites) neededBy.set(before, [...(neededBy.get(before) ?? []), id])
  const walk = (next: ReadonlyMap<ConceptId, readonly ConceptId[]>): ReadonlySet<ConceptId> => {
    const met = new Set<ConceptId>()
    const waiting = [...(next.get(from) ?? [])]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (met.has(id)) continue
      met.add(id)
      waiting.push(...(next.get(id) ?? []))
    }
    return met
  }
  return { before: walk(needs), after: walk(neededBy) }
}
