import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ConceptMemory } from '@/lib/client/concept-memory'
import type { BundledConcept } from '@/lib/content/bundle'
import type { Reach } from '@/lib/content/concept-forest'
import type { ConceptId, DeckId } from '@/lib/core/id'
import styles from './concept-map.module.css'
import { Ring } from './ring'

/** The chosen concept: what is remembered of it, what it builds on, where it leads, and where it is taught. */
export function ConceptPanel({
  deck,
  concept,
  concepts,
  reach,
  memory,
  onChoose,
  onClose,
}: {
  readonly deck: DeckId
  readonly concept: BundledConcept
  readonly concepts: readonly BundledConcept[]
  readonly reach: Reach
  readonly memory: ReadonlyMap<ConceptId, ConceptMemory>
  readonly onChoose: (id: ConceptId) => void
  readonly onClose: () => void
}) {
  const t = useTranslations('map')
  const own = memory.get(concept.id)
  const neighbours = (title: string, none: string, among: readonly BundledConcept[], more: number) => (
    <section className={styles.neighbours}>
      <h3>{title}</h3>
      {among.length === 0 ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <ul>
          {among.map(({ id, title: name }) => (
            <li key={id}>
              <button type="button" className={styles.concept} onClick={() => onChoose(id)}>
                <Ring recall={memory.get(id)?.recall ?? null} />
                <span>{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? <p className={styles.quiet}>{t('further', { count: more })}</p> : null}
    </section>
  )
  const before = concepts.filter(({ id }) => concept.prerequisites.includes(id))
  const after = concepts.filter(({ prerequisites }) => prerequisites.includes(concept.id))
  return (
    <aside className={styles.panel} aria-label={concept.title} aria-live="polite">
      <header className={styles.panelHead}>
        <h2>{concept.title}</h2>
        <button type="button" className={styles.close} onClick={onClose} aria-label={t('close')}>
          ×
        </button>
      </header>
      <p className={styles.quiet}>
        {own === undefined
          ? t('noMemory')
          : own.recall === null
            ? t('unseen', { count: own.cards })
            : t('remembered', { percent: Math.round(own.recall * 100), started: own.started, count: own.cards })}
      </p>
      {neighbours(t('buildsOn'), t('buildsOnNothing'), before, reach.before.size - before.length)}
      {neighbours(t('leadsTo'), t('leadsNowhere'), after, reach.after.size - after.length)}
      <Link
        className={styles.read}
        href={`/course/${encodeURIComponent(deck)}/concept/${encodeURIComponent(concept.id)}`}
        prefetch={false}
      >
        {t('read')}
      </Link>
    </aside>
  )
}
