import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { DailyReview } from '@/app/_ui/review/daily-review'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  const t = await getTranslations('review')
  return { title: t('title') }
}

/** A static shell: everything it shows comes from the learner's own store. */
export default async function ReviewPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['review', 'compute']}>
      <DailyReview language={language} />
    </MessagesFor>
  )
}
