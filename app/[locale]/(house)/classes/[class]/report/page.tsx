import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ReportPage } from '@/app/_ui/classes/report/report-page'

interface Params {
  readonly params: Promise<{ readonly locale: string; readonly class: string }>
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('classes.report'))('title') }
}

export default async function ReportPageScreen({ params }: Params) {
  const language = await readLocale(params)

  return (
    <MessagesFor areas={['classes', 'charts']}>
      <ReportPage id={(await params).class} language={language} />
    </MessagesFor>
  )
}
