import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { TakeExam } from '@/app/_ui/exam/take/take-exam'

interface ExamParams {
  readonly params: Promise<{ readonly locale: string; readonly exam: string }>
}

export async function generateMetadata({ params }: ExamParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('exam'))('title') }
}

/** A shell: the paper is asked for by the page, so that no cache ever holds one. */
export default async function TakeExamPage({ params }: ExamParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['exam', 'review', 'compute']}>
      <TakeExam exam={(await params).exam} language={language} />
    </MessagesFor>
  )
}
