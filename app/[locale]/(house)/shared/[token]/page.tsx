import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { PageHead } from '@/app/_ui/shell/page-head'
import { TakeBank } from '@/app/_ui/teach/banks/take-bank'

interface SharedParams {
  readonly params: Promise<{ readonly locale: string; readonly token: string }>
}

export async function generateMetadata({ params }: SharedParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('teach.shared'))('title') }
}

export default async function SharedPage({ params }: SharedParams) {
  const language = await readLocale(params)
  const t = await getTranslations('teach.shared')
  return (
    <MessagesFor areas={['teach']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <TakeBank token={(await params).token} language={language} />
    </MessagesFor>
  )
}
