import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { CourseMemory } from '@/app/_ui/course/course-memory'
import { SectionArticle } from '@/app/_ui/course/section-article'
import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { listSections, readSection } from '@/lib/server/services/read-section'

export const dynamic = 'force-dynamic'

interface SectionParams {
  readonly params: Promise<{ readonly locale: string; readonly deck: string; readonly section: string }>
}

export async function generateMetadata({ params }: SectionParams): Promise<Metadata> {
  const language = await readLocale(params)
  const { deck, section } = await params
  const reader = await currentReader(await headers(), new Date())
  const found = await readSection(database(), reader, asId<DeckId>(deck), section, language)
  return found ? { title: found.title } : {}
}

export default async function SectionPage({ params }: SectionParams) {
  const language = await readLocale(params)
  const { deck, section: id } = await params
  const reader = await currentReader(await headers(), new Date())
  const deckId = asId<DeckId>(deck)
  const [section, sections] = await Promise.all([
    readSection(database(), reader, deckId, id, language),
    listSections(database(), reader, deckId, language),
  ])
  if (section === null) notFound()
  return (
    <MessagesFor areas={['course', 'explorers']}>
      <CourseMemory language={language}>
        <SectionArticle deck={deckId} section={section} sections={sections} />
      </CourseMemory>
    </MessagesFor>
  )
}
