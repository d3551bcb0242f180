'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import type { ConceptMemory } from '@/lib/client/concept-memory'
import type { Learner } from '@/lib/client/learner'
import type { BundledConcept } from '@/lib/content/bundle'
import { conceptForest, reachOf } from '@/lib/content/concept-forest'
import type { ConceptId, DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { StudyTitles } from '../course/sections'
import { useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'
import styles from './concept-map.module.css'
import { ConceptPanel } from './concept-panel'
import { ConceptTrees, type Place } from './concept-trees'
import { readConceptMemory } from './read-memory'
import { Ring } from './ring'

const unread: ReadonlyMap<ConceptId, ConceptMemory> = new Map()

/** All concepts of a deck by what they build on, each with the learner's own memory of it. */
export function ConceptMap({
  deck,
  language,
  concepts,
  studies,
}: {
  readonly deck: DeckId
  readonly language: Language
  readonly concepts: readonly BundledConcept[]
  readonly studies: StudyTitles
}) {
  const t = useTranslations('map')
  const learner = useLearner(true)
  const read = useCallback((open: Learner) => readConceptMemory(open, deck, language), [deck, language])
  const reading = useReading(learner?.ok ? learner.value : null, read)
  const memory = reading.kind === 'read' ? reading.value : unread
  const [chosen, choose] = useState<ConceptId | null>(null)
  const forest = useMemo(() => conceptForest(concepts), [concepts])
  const reach = useMemo(() => (chosen === null ? null : reachOf(concepts, chosen)), [concepts, chosen])
  const placeOf = (id: ConceptId): Place =>
    id === chosen ? 'chosen' : reach?.before.has(id) ? 'before' : reach?.after.has(id) ? 'after' : 'apart'
  const started = concepts.filter(({ id }) => (memory.get(id)?.started ?? 0) > 0).length
  const concept = concepts.find(({ id }) => id === chosen)
  return (
    <div className={styles.layout} data-chosen={concept !== undefined}>
      <div>
        <p className={styles.sum}>{t('sum', { started, count: concepts.length })}</p>
        <p className={styles.key} aria-hidden="true">
          <span>
            <Ring recall={null} /> {t('keyNew')}
          </span>
          <span>
            <Ring recall={0.5} /> {t('keyFading')}
          </span>
          <span>
            <Ring recall={1} /> {t('keyKnown')}
          </span>
        </p>
        {forest.map(({ study, trees }) => (
          <section key={study} className={styles.study}>
            <h2 className={styles.heading}>
              {studies[study] ? t('studyTitle', { study, title: studies[study] }) : t('study', { study })}
            </h2>
            <div className={styles.trees}>
              <ConceptTrees trees={trees} memory={memory} placeOf={placeOf} onChoose={choose} />
            </div>
          </section>
        ))}
      </div>
      {concept === undefined || reach === null ? null : (
        <ConceptPanel
          deck={deck}
          concept={concept}
          concepts={concepts}
          reach={reach}
          memory={memory}
          onChoose={choose}
          onClose={() => choose(null)}
        />
      )}
    </div>
  )
}
