import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { JoinClass } from '@/app/_ui/classes/join-class'

interface Params {
  readonly params: Promise<{ readonly locale: string; readonly code: string }>
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('classes.join'))('title'), robots: 'noindex', referrer: 'no-referrer' }
}

export default async function JoinClassScreen({ params }: Params) {
  const language = await readLocale(params)

  return (
    <MessagesFor areas={['classes']}>
      <JoinClass code={(await params).code} language={language} />
    </MessagesFor>
  )
}
