import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { EditorPage } from '@/app/_ui/teach/editor/editor-page'

interface EditParams {
  readonly params: Promise<{ readonly locale: string; readonly bank: string }>
  readonly searchParams: Promise<{ readonly card?: string | readonly string[] }>
}

export async function generateMetadata({ params }: EditParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('editor'))('title') }
}

export default async function EditBankPage({ params, searchParams }: EditParams) {
  const language = await readLocale(params)
  const { card } = await searchParams
  return (
    <MessagesFor areas={['teach', 'editor', 'review', 'compute']}>
      <EditorPage id={(await params).bank} language={language} card={typeof card === 'string' ? card : null} />
    </MessagesFor>
  )
}
