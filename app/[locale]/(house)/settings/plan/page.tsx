import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Planner } from '@/app/_ui/plan/planner'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('plan'))('planTitle') }
}

export default async function PlannerPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('plan')
  return (
    <MessagesFor areas={['plan']}>
      <PageHead title={t('planTitle')} />
      <Planner language={language} />
    </MessagesFor>
  )
}
