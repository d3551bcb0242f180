import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { CorrectionsInbox } from '@/app/_ui/corrections/corrections-inbox'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('corrections'))('title') }
}

export default async function CorrectionsPage({ params }: LocaleParams) {
  await readLocale(params)
  const t = await getTranslations('corrections')
  return (
    <MessagesFor areas={['corrections']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <CorrectionsInbox />
    </MessagesFor>
  )
}
