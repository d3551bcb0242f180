import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { readLocale } from '@/app/_i18n/locale'
import { sectionHref } from '@/app/_ui/course/sections'
import { asId, type ConceptId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { findSection } from '@/lib/server/services/find-section'

export const dynamic = 'force-dynamic'

interface ConceptParams {
  readonly params: Promise<{ readonly locale: string; readonly deck: string; readonly concept: string }>
}

/** Links between concepts name the concept; this finds the section that teaches it. */
export default async function ConceptPage({ params }: ConceptParams) {
  const language = await readLocale(params)
  const { deck, concept } = await params
  const reader = await currentReader(await headers(), new Date())
  const section = await findSection(database(), reader, asId<DeckId>(deck), asId<ConceptId>(concept), language)
  if (section === null) notFound()
  redirect(sectionHref(deck, section))
}
