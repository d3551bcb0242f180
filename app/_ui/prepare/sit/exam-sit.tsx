'use client'

import { useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { cardsOfPart, overlookExam, pauseAfter } from '@/lib/client/prepare/overlook-exam'
import { cardsInScope, type ScopeCard } from '@/lib/client/prepare/scope-cards'
import type { StudySession } from '@/lib/client/session-state'
import { asId, type CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { markLearner } from '../../home/learner-mark'
import { beGuest } from '../../learner/be-guest'
import { useLearner } from '../../learner/use-learner'
import { NoDeck, Preparing, withoutLearner } from '../../review/before-cards'
import { ReviewScreen } from '../../review/review-screen'
import { OutboxWord } from '../../shell/sync-word'
import { examPage, listPage } from '../addresses'
import { usePlace } from '../use-place'
import { ExamGone } from './exam-gone'
import { PaperDesk } from './paper-desk'

/** What a sitting begins with: read once, so that the cards of a part stay the same while they are gone through. */
type Begun =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-deck'; readonly reason: 'offline' | 'server' | 'storage' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'session'; readonly session: StudySession }
  | {
      readonly kind: 'paper'
      readonly library: Library
      readonly exam: PlannedExam
      readonly cards: readonly ScopeCard[]
    }

/** Half a frame: planning never holds up a tap. */
const frameMs = 8
/** Cramming is a sitting, not a library. */
const mostCards = 200

/** Weakest first; what was not begun comes last, in the order it is learned. */
const weakestFirst = (library: Library, exam: PlannedExam): readonly CardId[] =>
  [...cardsInScope(library, exam.scope)]
    .sort((a, b) => (a.recall ?? 2) - (b.recall ?? 2))
    .slice(0, mostCards)
    .map(({ id }) => id)

const begin = async (
  learner: Learner,
  language: Language,
  { exam: id, part, detail }: ReturnType<typeof usePlace>,
): Promise<Begun> => {
  const decks = await learner.decks.open(language)
  if (typeof decks === 'string') return { kind: 'no-deck', reason: decks }
  const library = await learner.library(language)
  const exam = library.plan.exams.find((one) => one.id === id)
  if (exam === undefined) return { kind: 'gone' }
  switch (part) {
    case 'paper': {
      // What an open exam of a class keeps out of sittings is on no practice paper either.
      const shown = new Set((await learner.withheld.from(decks)).flatMap(({ cards }) => cards.map(({ id }) => id)))
      const cards = cardsInScope(library, exam.scope).filter((card) => shown.has(card.id))
      return { kind: 'paper', library, exam, cards }
    }
    case 'cram':
      return { kind: 'session', session: await learner.practiseCards(language, weakestFirst(library, exam)) }
    case 'again':
      return { kind: 'session', session: await learner.practiseCards(language, [asId<CardId>(detail)]) }
    default: {
      const { part: planned } = await overlookExam(library, exam, pauseAfter(frameMs))
      return { kind: 'session', session: learner.study(language, planned === null ? [] : cardsOfPart(planned)) }
    }
  }
}

/** Today's part, cramming, one more try, or a practice paper, with nothing around it. */
export function ExamSit({ language }: { language: Language }) {
  const opened = useLearner()
  const place = usePlace()
  const learner = opened?.ok ? opened.value : null
  const { exam, part, detail } = place
  const [begun, setBegun] = useState<Begun>({ kind: 'loading' })
  useEffect(() => {
    if (learner === null) return
    let left = false
    let session: StudySession | null = null
    setBegun({ kind: 'loading' })
    markLearner()
    beGuest(learner).catch(() => {})
    begin(learner, learner.settings().language ?? language, { exam, part, detail }).then(
      (next) => {
        if (next.kind === 'session') session = next.session
        if (left) session?.close()
        else setBegun(next)
      },
      () => {
        if (!left) setBegun({ kind: 'no-deck', reason: 'storage' })
      },
    )
    return () => {
      left = true
      session?.close()
    }
  }, [learner, language, exam, part, detail])
  if (opened !== null && !opened.ok) return <NoDeck reason={withoutLearner(opened.error)} />
  if (learner === null || begun.kind === 'loading') return <Preparing />
  if (begun.kind === 'no-deck') return <NoDeck reason={begun.reason} />
  if (begun.kind === 'gone') return <ExamGone href={listPage} />
  if (begun.kind === 'paper')
    return (
      <PaperDesk learner={learner} library={begun.library} exam={begun.exam} cards={begun.cards} language={language} />
    )
  return (
    <ReviewScreen
      session={begun.session}
      shortcuts={learner.settings().singleKeyShortcuts}
      back={part === 'again' ? examPage(exam, 'mistakes') : examPage(exam)}
      status={part === 'today' ? <OutboxWord learner={learner} /> : null}
    />
  )
}
