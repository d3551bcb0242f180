import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ClassList } from '@/app/_ui/classes/class-list'
import { PageHead } from '@/app/_ui/shell/page-head'

interface Params {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('classes'))('title') }
}

export default async function ClassListScreen({ params }: Params) {
  await readLocale(params)
  const t = await getTranslations('classes')
  return (
    <MessagesFor areas={['classes']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <ClassList />
    </MessagesFor>
  )
}
