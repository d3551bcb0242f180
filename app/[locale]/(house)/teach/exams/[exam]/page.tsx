import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ExamDesk } from '@/app/_ui/exam/staff/exam-desk'

interface ExamParams {
  readonly params: Promise<{ readonly locale: string; readonly exam: string }>
}

export async function generateMetadata({ params }: ExamParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('exam'))('title') }
}

export default async function StaffExamPage({ params }: ExamParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['exam', 'examining', 'review', 'compute']}>
      <ExamDesk id={(await params).exam} language={language} />
    </MessagesFor>
  )
}
