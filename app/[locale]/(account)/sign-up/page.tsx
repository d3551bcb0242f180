import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { AccountPage } from '@/app/_ui/account/account-page'
import { SignUpForm } from '@/app/_ui/account/sign-up-form'
import { database } from '@/lib/server/db/client'
import { readSignUpMode } from '@/lib/server/services/sign-up-mode'

// Whether sign-up is open is known when the page is asked for.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('account.signUp'))('title') }
}

export default async function SignUpPage({ params }: LocaleParams) {
  await readLocale(params)
  const t = await getTranslations('account.signUp')
  const { mode } = await readSignUpMode(database())
  const below = <Link href="/sign-in">{t('toSignIn')}</Link>
  if (mode === 'closed') {
    return (
      <AccountPage title={t('closedTitle')} lead={t('closedText')} below={below}>
        <Link href="/">{t('guest')}</Link>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t('title')} lead={t('lead')} below={below}>
      <MessagesFor areas={['account']}>
        <SignUpForm needsCode={mode === 'code'} />
      </MessagesFor>
    </AccountPage>
  )
}
