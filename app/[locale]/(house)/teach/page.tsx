import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ButtonLink } from '@/app/_ui/controls/button-link'
import { PageHead } from '@/app/_ui/shell/page-head'
import { BankList } from '@/app/_ui/teach/banks/bank-list'
import styles from './page.module.css'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('teach'))('title') }
}

export default async function TeachPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('teach')
  return (
    <MessagesFor areas={['teach']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <BankList language={language} />
      <p className={styles.classes}>
        <ButtonLink href="/classes">{t('classes')}</ButtonLink>
      </p>
    </MessagesFor>
  )
}
