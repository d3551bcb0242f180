import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Exams } from '@/app/_ui/prepare/exams'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('prepare'))('title') }
}

/** A static shell: which exam it shows stands in the fragment, and all of it comes from the learner's own store. */
export default async function ExamPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['prepare', 'search']}>
      <Exams language={language} />
    </MessagesFor>
  )
}
