import { useTranslations } from 'next-intl'
import type { ConceptMemory } from '@/lib/client/concept-memory'
import type { ConceptTree } from '@/lib/content/concept-forest'
import type { ConceptId } from '@/lib/core/id'
import styles from './concept-map.module.css'
import { Ring } from './ring'

/** Where a concept stands to the chosen one: what it needs, what needs it, or neither. */
export type Place = 'chosen' | 'before' | 'after' | 'apart'

/** Nested lists are the map: each concept below what it builds on. */
export function ConceptTrees({
  trees,
  memory,
  placeOf,
  onChoose,
}: {
  readonly trees: readonly ConceptTree[]
  readonly memory: ReadonlyMap<ConceptId, ConceptMemory>
  readonly placeOf: (id: ConceptId) => Place
  readonly onChoose: (id: ConceptId) => void
}) {
  const t = useTranslations('map')
  const percent = (recall: number) => Math.round(recall * 100)
  return (
    <ul className={styles.branch}>
      {trees.map(({ concept, children }) => {
        const recall = memory.get(concept.id)?.recall ?? null
        const place = placeOf(concept.id)
        return (
          <li key={concept.id} className={styles.leaf}>
            <button
              type="button"
              className={styles.concept}
              data-place={place}
              aria-pressed={place === 'chosen'}
              onClick={() => onChoose(concept.id)}
            >
              <Ring recall={recall} />
              <span>{concept.title}</span>
              <span className="heard">
                {recall === null ? t('keyNew') : t('recall', { percent: percent(recall) })}
                {place === 'before' || place === 'after' ? t(place) : ''}
              </span>
            </button>
            {children.length === 0 ? null : (
              <ConceptTrees trees={children} memory={memory} placeOf={placeOf} onChoose={onChoose} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
