import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { MemoryModel } from '@/app/_ui/plan/memory-model'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('plan'))('memoryTitle') }
}

export default async function MemoryPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('plan')
  return (
    <MessagesFor areas={['plan', 'charts']}>
      <PageHead title={t('memoryTitle')} />
      <MemoryModel language={language} />
    </MessagesFor>
  )
}
