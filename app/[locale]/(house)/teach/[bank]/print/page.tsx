import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { PaperPage } from '@/app/_ui/teach/exchange/paper-page'

interface BankParams {
  readonly params: Promise<{ readonly locale: string; readonly bank: string }>
}

export async function generateMetadata({ params }: BankParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('exchange'))('paper.pageTitle') }
}

export default async function PrintPage({ params }: BankParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['exchange', 'teach', 'blocks', 'review', 'compute']}>
      <PaperPage id={(await params).bank} language={language} />
    </MessagesFor>
  )
}
