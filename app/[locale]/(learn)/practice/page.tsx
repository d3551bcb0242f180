import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Practice } from '@/app/_ui/practice/practice'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  const t = await getTranslations('review.practice')
  return { title: t('title') }
}

/** A static shell: what it shows comes from the learner's own store, and nothing goes back. */
export default async function PracticePage({ params }: LocaleParams) {
  const language = await readLocale(params)
  return (
    <MessagesFor areas={['review', 'compute', 'search']}>
      <Practice language={language} />
    </MessagesFor>
  )
}
