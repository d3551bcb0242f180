import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { sectionKey } from '@/lib/client/section-memory'
import type { DeckId } from '@/lib/core/id'
import { newExamOn } from '../prepare/addresses'
import styles from './contents.module.css'
import { MemoryBar } from './memory-bar'
import { type ListedSection, type StudyTitles, sectionHref, studiesOf } from './sections'

/** The contents of a deck by study. */
export function Contents({
  deck,
  title,
  sections,
  studies,
}: {
  readonly deck: DeckId
  readonly title: string | null
  readonly sections: readonly ListedSection[]
  readonly studies: StudyTitles
}) {
  const t = useTranslations('course')
  return (
    <section className={styles.deck}>
      {title !== null && <h2 className={styles.title}>{title}</h2>}
      <p className={styles.ways}>
        <Link className={styles.map} href={`/course/${encodeURIComponent(deck)}/concept`} prefetch={false}>
          {t('map')}
        </Link>
        <a className={styles.map} href={newExamOn(deck)}>
          {t('exam')}
        </a>
      </p>
      {studiesOf(sections).map(({ study, sections: own }) => (
        <section key={study} className={styles.study}>
          <h2 className={styles.heading}>
            {t('study', { study })}
            {studies[study] === undefined ? null : <span className={styles.studyTitle}>{studies[study]}</span>}
          </h2>
          <ol className={styles.list}>
            {own.map((section) => (
              <li key={section.id} className={styles.item}>
                <Link className={styles.link} href={sectionHref(deck, section.id)} prefetch={false}>
                  {section.title}
                </Link>
                <MemoryBar section={sectionKey(deck, section.id)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}
