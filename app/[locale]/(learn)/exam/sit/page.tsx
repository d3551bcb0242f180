import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ExamSit } from '@/app/_ui/prepare/sit/exam-sit'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('prepare'))('sitTitle') }
}

/** A static shell: what is gone through stands in the fragment, and all of it comes from the learner's own store. */
export default async function ExamSitPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['prepare', 'review', 'compute']}>
      <ExamSit language={language} />
    </MessagesFor>
  )
}
