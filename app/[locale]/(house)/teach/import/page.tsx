import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { PageHead } from '@/app/_ui/shell/page-head'
import { NotesPage } from '@/app/_ui/teach/notes/notes-page'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('teach.notes'))('title') }
}

export default async function ImportPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('teach.notes')
  return (
    <MessagesFor areas={['teach', 'review', 'compute']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <NotesPage language={language} />
    </MessagesFor>
  )
}
