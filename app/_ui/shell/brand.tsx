import Link from 'next/link'
import { useTranslations } from 'next-intl'
import styles from './brand.module.css'
import { Logo } from './logo'

/** The name, leading home. */
export function Brand() {
  const t = useTranslations('shell')
  return (
    <Link href="/" className={styles.brand} aria-label={t('home')} prefetch={false}>
      <Logo />
      <span translate="no">{t('name')}</span>
    </Link>
  )
}
