import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ExamList } from '@/app/_ui/exam/exam-list'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('exam'))('title') }
}

export default async function ExamsPage({ params }: LocaleParams) {
  await readLocale(params)
  return (
    <MessagesFor areas={['exam', 'examining']}>
      <ExamList />
    </MessagesFor>
  )
}
