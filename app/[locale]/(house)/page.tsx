import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Today } from '@/app/_ui/home/today'
import { Welcome } from '@/app/_ui/home/welcome'
import { welcomeCard } from '@/lib/server/welcome-card'
import styles from './page.module.css'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  const t = await getTranslations('welcome')
  return { title: { absolute: `Gradeck: ${t('title')}` } }
}

/** A stranger's welcome and a learner's today at one address: both are in the page, an attribute of <html> shows one. */
export default async function HomePage({ params }: LocaleParams) {
  const language = await readLocale(params)
  return (
    <div data-home>
      <div className={styles.stranger}>
        <Welcome language={language} card={welcomeCard(language)} />
      </div>
      <div className={styles.learner}>
        <MessagesFor areas={['today']}>
          <Today language={language} />
        </MessagesFor>
      </div>
    </div>
  )
}
