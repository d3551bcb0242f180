import { describe, expect, it } from 'vitest'
import type { BundledConcept } from '@/lib/content/bundle'
import { type ConceptTree, conceptForest, reachOf } from '@/lib/content/concept-forest'
import { asId, type ConceptId } from '@/lib/core/id'

const id = (name: string) => asId<ConceptId>(name)
const concept = (name: string, study: number, ...prerequisites: readonly string[]): BundledConcept => ({
  id: id(name),
  title: name,
  study,
  computable: false,
  prerequisites: prerequisites.map(id),
})
const written = ({ concept: { title }, children }: ConceptTree): string =>
  children.length === 0 ? title : `${title}(${children.map(written).join(' ')})`

const concepts = [
  concept('scores', 1),
  concept('hinge', 1, 'scores'),
  concept('loss', 1, 'scores', 'hinge'),
  concept('aside', 1),
  concept('descent', 2, 'loss'),
  concept('momentum', 2, 'descent'),
]

describe('the forest of concepts', () => {
  it('puts a concept below the last of its prerequisites, and at a root of its study where these lie elsewhere', () => {
    expect(conceptForest(concepts).map(({ study, trees }) => [study, trees.map(written)])).toEqual([
      [1, ['scores(hinge(loss))', 'aside']],
      [2, ['descent(momentum)']],
    ])
  })

  it('holds every concept once', () => {
    const count = ({ children }: ConceptTree): number => 1 + children.reduce((sum, child) => sum + count(child), 0)
    const all = conceptForest(concepts).flatMap(({ trees }) => trees)
    expect(all.reduce((sum, tree) => sum + count(tree), 0)).toBe(concepts.length)
  })

  it('knows what a concept rests on and what rests on it, at any distance', () => {
    const { before, after } = reachOf(concepts, id('loss'))
    expect([...before].sort()).toEqual(['hinge', 'scores'])
    expect([...after].sort()).toEqual(['descent', 'momentum'])
    expect(reachOf(concepts, id('aside'))).toEqual({ before: new Set(), after: new Set() })
  })
})
