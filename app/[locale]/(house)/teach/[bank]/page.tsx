import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { BankPage } from '@/app/_ui/teach/banks/bank-page'

interface BankParams {
  readonly params: Promise<{ readonly locale: string; readonly bank: string }>
}

export async function generateMetadata({ params }: BankParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('teach'))('title') }
}

export default async function TeachBankPage({ params }: BankParams) {
  await readLocale(params)
  return (
    <MessagesFor areas={['teach', 'exchange']}>
      <BankPage id={(await params).bank} />
    </MessagesFor>
  )
}
