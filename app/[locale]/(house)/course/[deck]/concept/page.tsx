import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { studyTitles } from '@/app/_ui/course/sections'
import { ConceptMap } from '@/app/_ui/map/concept-map'
import { PageHead } from '@/app/_ui/shell/page-head'
import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { listConcepts } from '@/lib/server/services/list-concepts'
import { readDeckAbout } from '@/lib/server/services/read-deck-about'

export const dynamic = 'force-dynamic'

interface MapParams {
  readonly params: Promise<{ readonly locale: string; readonly deck: string }>
}

export async function generateMetadata({ params }: MapParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('map'))('title') }
}

export default async function ConceptMapPage({ params }: MapParams) {
  const language = await readLocale(params)
  const t = await getTranslations('map')
  const reader = await currentReader(await headers(), new Date())
  const deck = asId<DeckId>((await params).deck)
  const [concepts, about] = await Promise.all([
    listConcepts(database(), reader, deck, language),
    readDeckAbout(database(), reader, deck, language),
  ])
  if (concepts.length === 0) notFound()
  return (
    <MessagesFor areas={['map']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <ConceptMap deck={deck} language={language} concepts={concepts} studies={studyTitles(about?.studies ?? [])} />
    </MessagesFor>
  )
}
