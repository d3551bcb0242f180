import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Contents } from '@/app/_ui/course/contents'
import { CourseMemory } from '@/app/_ui/course/course-memory'
import { DeckAbout } from '@/app/_ui/course/deck-about'
import { studyTitles } from '@/app/_ui/course/sections'
import { MessagePage } from '@/app/_ui/shell/message-page'
import { PageHead } from '@/app/_ui/shell/page-head'
import { inLanguage } from '@/lib/core/language'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { listDecks } from '@/lib/server/services/list-decks'
import { readDeckAbout } from '@/lib/server/services/read-deck-about'
import { listSections } from '@/lib/server/services/read-section'

// What is published is known when the page is asked for, not when the application is built.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('course'))('title') }
}

export default async function CoursePage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('course')
  const db = database()
  const reader = await currentReader(await headers(), new Date())
  const decks = await listDecks(db, reader)
  const shelves = await Promise.all(
    decks.map(async (deck) => ({
      deck,
      about: await readDeckAbout(db, reader, deck.id, language),
      sections: await listSections(db, reader, deck.id, language),
    })),
  )
  const filled = shelves.filter(({ sections }) => sections.length > 0)
  if (filled.length === 0) return <MessagePage title={t('emptyTitle')} text={t('emptyText')} />
  const [only] = filled
  return (
    <MessagesFor areas={['course']}>
      <CourseMemory language={language}>
        <PageHead
          title={filled.length === 1 && only ? inLanguage(only.deck.title, language) : t('title')}
          lead={t('lead')}
        />
        {filled.map(({ deck, about, sections }) => (
          <Fragment key={deck.id}>
            <Contents
              deck={deck.id}
              title={filled.length === 1 ? null : inLanguage(deck.title, language)}
              sections={sections}
              studies={studyTitles(about?.studies ?? [])}
            />
            {about && <DeckAbout about={about} />}
          </Fragment>
        ))}
      </CourseMemory>
    </MessagesFor>
  )
}
