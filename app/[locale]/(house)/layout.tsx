import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { Bar } from '@/app/_ui/shell/bar'
import styles from './layout.module.css'

/** Pages with the bar: everything but a review and the forms of an account. */
export default async function HouseLayout({ params, children }: LocaleParams & { children: ReactNode }) {
  await readLocale(params)
  const t = await getTranslations('shell')
  return (
    <div className={styles.house}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Bar />
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
