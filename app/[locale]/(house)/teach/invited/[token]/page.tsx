import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { InvitedPage } from '@/app/_ui/teach/people/invited-page'

interface InvitedParams {
  readonly params: Promise<{ readonly locale: string; readonly token: string }>
}

export async function generateMetadata({ params }: InvitedParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('teach.invited'))('title') }
}

export default async function InvitedToBankPage({ params }: InvitedParams) {
  await readLocale(params)
  return (
    <MessagesFor areas={['teach']}>
      <InvitedPage token={(await params).token} />
    </MessagesFor>
  )
}
