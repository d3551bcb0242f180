import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { OriginPage } from '@/app/_ui/teach/publish/origin-page'

interface BankParams {
  readonly params: Promise<{ readonly locale: string; readonly bank: string }>
}

export async function generateMetadata({ params }: BankParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('publish.origin'))('title') }
}

export default async function OriginBankPage({ params }: BankParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['teach', 'publish', 'editor']}>
      <OriginPage id={(await params).bank} language={language} />
    </MessagesFor>
  )
}
