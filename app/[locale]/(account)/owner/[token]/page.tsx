import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { AccountPage } from '@/app/_ui/account/account-page'
import { LinkForm } from '@/app/_ui/account/link-form'

interface TokenParams {
  readonly params: Promise<{ readonly locale: string; readonly token: string }>
}

export async function generateMetadata({ params }: TokenParams): Promise<Metadata> {
  await readLocale(params)
  // The address is a secret: no search engine and no other site may see it.
  return { title: (await getTranslations('account.owner'))('title'), robots: 'noindex', referrer: 'no-referrer' }
}

export default async function OwnerPage({ params }: TokenParams) {
  await readLocale(params)
  const { token } = await params
  const t = await getTranslations('account.owner')
  return (
    <AccountPage title={t('title')} lead={t('lead')}>
      <MessagesFor areas={['account']}>
        <LinkForm kind="owner" token={token} />
      </MessagesFor>
    </AccountPage>
  )
}
