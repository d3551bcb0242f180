'use client'

import { useTranslations } from 'next-intl'
import { useSectionMemory } from './course-memory'
import styles from './memory-bar.module.css'

/** A section's cards and the learner's own memory of them, as a thin bar; words say the same. */
export function MemoryBar({ section }: { section: string }) {
  const t = useTranslations('course')
  const memory = useSectionMemory(section)
  if (memory === null) return <span className={styles.memory} />
  const { cards, started, recall } = memory
  return (
    <span className={styles.memory}>
      <span className={styles.words}>
        {t('cards', { count: cards })}
        <span className="heard">{started === 0 ? t('notStarted') : t('memory', { known: started, count: cards })}</span>
      </span>
      <span className={styles.bar} aria-hidden="true" title={t('memory', { known: started, count: cards })}>
        <span className={styles.fill} style={{ inlineSize: `${Math.round(recall * 100)}%` }} />
      </span>
    </span>
  )
}
