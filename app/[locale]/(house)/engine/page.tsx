import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { EngineTrial } from '@/app/_ui/engine/engine-trial'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('engine'))('title') }
}

/** How exactly this device computes, beside the float64 key. */
export default async function EnginePage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('engine')
  return (
    <MessagesFor areas={['engine']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <EngineTrial language={language} />
    </MessagesFor>
  )
}
