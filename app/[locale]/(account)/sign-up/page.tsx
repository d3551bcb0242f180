import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { AccountPage } from '@/app/_ui/account/account-page'
import { SignUpForm } from '@/app/_ui/account/sign-up-form'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('account.signUp'))('title') }
}

export default async function SignUpPage({ params }: LocaleParams) {
  await readLocale(params)
  const t = await getTranslations('account.signUp')
  return (
    <AccountPage title={t('title')} lead={t('lead')} below={<Link href="/sign-in">{t('toSignIn')}</Link>}>
      <MessagesFor areas={['account']}>
        <SignUpForm />
      </MessagesFor>
    </AccountPage>
  )
}
