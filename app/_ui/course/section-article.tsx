import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { sectionKey } from '@/lib/client/section-memory'
import type { BundledSection } from '@/lib/content/bundle'
import type { DeckId } from '@/lib/core/id'
import { Blocks } from '../blocks/blocks'
import type { InsideLink } from '../blocks/inline'
import { MemoryBar } from './memory-bar'
import styles from './section-article.module.css'
import { SectionCards } from './section-cards'
import { type ListedSection, sectionHref } from './sections'

const InsideCourse: InsideLink = ({ href, children }) => (
  <Link href={href} prefetch={false}>
    {children}
  </Link>
)

/** One section of the notes: the study's contents beside it, memory of it in the margin, the neighbours below. */
export function SectionArticle({
  deck,
  section,
  sections,
}: {
  readonly deck: DeckId
  readonly section: BundledSection
  readonly sections: readonly ListedSection[]
}) {
  const t = useTranslations('course')
  const place = sections.findIndex(({ id }) => id === section.id)
  const study = sections.filter((one) => one.study === section.study)
  return (
    <div className={styles.layout}>
      <nav className={styles.contents} aria-label={t('contents')}>
        <p className={styles.study}>
          <Link href="/course">{t('study', { study: section.study })}</Link>
        </p>
        <ol className={styles.list}>
          {study.map((one) => (
            <li key={one.id}>
              <Link
                className={styles.line}
                href={sectionHref(deck, one.id)}
                prefetch={false}
                aria-current={one.id === section.id ? 'page' : undefined}
              >
                {one.title}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <article className={styles.article}>
        <header className={styles.head}>
          <p className={styles.path}>
            <Link href="/course">{t('study', { study: section.study })}</Link>
          </p>
          <h1 className={styles.title}>{section.title}</h1>
          <div className={styles.memory}>
            <MemoryBar section={sectionKey(deck, section.id)} />
          </div>
        </header>
        <Blocks blocks={section.blocks} lang={section.language} deck={deck} Inside={InsideCourse} />
        <SectionCards key={section.id} deck={deck} section={section.id} language={section.language} />
        <nav className={styles.neighbours} aria-label={t('neighbours')}>
          <Neighbour deck={deck} label={t('previous')} section={sections[place - 1]} />
          <Neighbour deck={deck} label={t('next')} section={sections[place + 1]} />
        </nav>
      </article>
    </div>
  )
}

function Neighbour({ deck, label, section }: { deck: DeckId; label: string; section: ListedSection | undefined }) {
  if (!section) return <span />
  return (
    <Link className={styles.neighbour} href={sectionHref(deck, section.id)} prefetch={false}>
      <span className={styles.direction}>{label}</span>
      {section.title}
    </Link>
  )
}
