import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { DeckId } from '@/lib/core/id'
import styles from './deck-about.module.css'

/** Whose words these are, what may be done with them, and the way to the concept map. */
export function DeckAbout({
  deck,
  about: { author, licence, source },
}: {
  readonly deck: DeckId
  readonly about: { readonly author: string; readonly licence: string; readonly source: string }
}) {
  const t = useTranslations('course')
  return (
    <footer className={styles.about}>
      <p>
        <Link className={styles.map} href={`/course/${encodeURIComponent(deck)}/concept`} prefetch={false}>
          {t('map')}
        </Link>
      </p>
      {author === '' ? null : (
        <p>
          {t('about', { author })} · {t('licence', { licence })}
        </p>
      )}
      {source === '' ? null : <p>{source}</p>}
    </footer>
  )
}
