import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { AccountPage } from '@/app/_ui/account/account-page'
import { SignInForm } from '@/app/_ui/account/sign-in-form'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('account.signIn'))('title') }
}

export default async function SignInPage({ params }: LocaleParams) {
  await readLocale(params)
  const t = await getTranslations('account.signIn')
  return (
    <AccountPage
      title={t('title')}
      lead={t('lead')}
      below={
        <>
          <Link href="/sign-up">{t('toSignUp')}</Link>
          <Link href="/">{t('guest')}</Link>
          <p>{t('forgot')}</p>
        </>
      }
    >
      <MessagesFor areas={['account']}>
        <SignInForm />
      </MessagesFor>
    </AccountPage>
  )
}
