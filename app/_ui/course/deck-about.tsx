import Link from 'next/link'
import { useTranslations } from 'next-intl'
import styles from './deck-about.module.css'

/** Whose words these are, and what may be done with them. */
export function DeckAbout({
  about: { author, licence, source },
}: {
  readonly about: { readonly author: string; readonly licence: string; readonly source: string }
}) {
  const t = useTranslations('course')
  return (
    <footer className={styles.about}>
      {author === '' ? null : (
        <p>
          {t('about', { author })} · {t('licence', { licence })}
        </p>
      )}
      {source === '' ? null : <p>{source}</p>}
      {licence === '' ? null : (
        <p>
          <Link href="/teach#copy" prefetch={false}>
            {t('copy')}
          </Link>
        </p>
      )}
    </footer>
  )
}
