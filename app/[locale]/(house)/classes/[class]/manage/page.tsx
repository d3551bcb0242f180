import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ManagePage } from '@/app/_ui/classes/manage/manage-page'

interface Params {
  readonly params: Promise<{ readonly locale: string; readonly class: string }>
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('classes.manage'))('title') }
}

export default async function ManagePageScreen({ params }: Params) {
  const language = await readLocale(params)

  return (
    <MessagesFor areas={['classes']}>
      <ManagePage id={(await params).class} language={language} />
    </MessagesFor>
  )
}
