import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { PublishPage } from '@/app/_ui/teach/publish/publish-page'

interface BankParams {
  readonly params: Promise<{ readonly locale: string; readonly bank: string }>
}

export async function generateMetadata({ params }: BankParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('publish'))('publishTitle') }
}

export default async function PublishBankPage({ params }: BankParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['teach', 'publish', 'editor']}>
      <PublishPage id={(await params).bank} language={language} />
    </MessagesFor>
  )
}
