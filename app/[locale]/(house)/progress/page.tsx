import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Progress } from '@/app/_ui/progress/progress'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('progress'))('title') }
}

export default async function ProgressPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['progress', 'charts', 'search']}>
      <Progress language={language} />
    </MessagesFor>
  )
}
