'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { deviceClock } from '@/lib/client/clock'
import { newEventId } from '@/lib/client/device'
import type { Learner } from '@/lib/client/learner'
import type { PaperSitting } from '@/lib/client/prepare/paper-sitting'
import {
  countMarkable,
  drawCards,
  forecastOfPaper,
  type MarkedSlot,
  markPaper,
  type PaperQuestion,
} from '@/lib/client/prepare/practice-paper'
import type { ScopeCard } from '@/lib/client/prepare/scope-cards'
import type { StudySession } from '@/lib/client/session-state'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Forecast, PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { ReviewScreen } from '../../review/review-screen'
import { examPage } from '../addresses'
import { keepPaper, keptPaper } from './kept-paper'
import { PaperResult } from './paper-result'
import { PaperScreen } from './paper-screen'
import { PaperStart } from './paper-start'

interface HandedIn {
  readonly marked: readonly MarkedSlot[]
  readonly paper: PaperSitting
  readonly forecast: Forecast | null
  readonly share: number
  readonly kept: boolean
}

/** A practice paper from drawing to result. It counts in no schedule; its score stands beside the exam. */
export function PaperDesk({
  learner,
  library,
  exam,
  cards,
  language,
}: {
  readonly learner: Learner
  readonly library: Library
  readonly exam: PlannedExam
  /** Those of its scope that may be asked now. */
  readonly cards: readonly ScopeCard[]
  readonly language: Language
}) {
  const byId = useMemo(() => new Map(cards.map(({ id, card }) => [id, card])), [cards])
  const [paper, setPaper] = useState<PaperSitting | null>(() => {
    const kept = keptPaper()
    return kept?.exam === exam.id ? kept : null
  })
  const [handedIn, setHandedIn] = useState<HandedIn | null>(null)
  const [markable, setMarkable] = useState<number | null>(null)
  useEffect(() => {
    let left = false
    void countMarkable(cards).then((count) => {
      if (!left) setMarkable(count)
    })
    return () => {
      left = true
    }
  }, [cards])
  const [session, setSession] = useState<StudySession | null>(null)
  const change = useCallback((next: PaperSitting) => {
    setPaper(next)
    keepPaper(next)
  }, [])
  const start = async (count: number, minutesEach: number): Promise<boolean> => {
    const startedAt = deviceClock.now()
    const seed = newEventId(startedAt)
    const drawn = await drawCards(cards, count, seed, language)
    if (drawn.length === 0) return false
    const slots = drawn.map((card) => ({ card, answer: null, flagged: false }))
    change({ exam: exam.id, seed, startedAt, endsAt: startedAt + slots.length * minutesEach * 60_000, at: 0, slots })
    return true
  }
  const handIn = async (last: PaperSitting, questions: readonly (PaperQuestion | null)[]) => {
    const marked = markPaper(last, questions, language)
    const share = marked.reduce((sum, slot) => sum + slot.share, 0) / Math.max(1, marked.length)
    const forecast = forecastOfPaper(
      library,
      marked.map(({ question }) => question.card.id),
    )
    const score = {
      kind: 'paper',
      day: library.ground.today,
      share,
      questions: Math.max(1, marked.length),
      forecast,
    } as const
    const problem =
      marked.length === 0
        ? null
        : await learner.changePlan({ about: 'exam-score', exam: exam.id, id: last.seed, score })
    keepPaper(null)
    setPaper(null)
    setHandedIn({ marked, paper: last, forecast, share, kept: problem === null })
  }
  const review = (missed: readonly CardId[]) =>
    setSession(learner.study(learner.settings().language ?? language, missed))
  if (session !== null)
    return <ReviewScreen session={session} shortcuts={learner.settings().singleKeyShortcuts} back={examPage(exam.id)} />
  if (handedIn !== null) return <PaperResult {...handedIn} exam={exam} language={language} onReview={review} />
  if (paper === null) return <PaperStart exam={exam} markable={markable} onStart={start} />
  return (
    <PaperScreen
      key={paper.seed}
      paper={paper}
      cards={byId}
      exam={exam}
      language={language}
      onChange={change}
      onHandIn={(last, questions) => void handIn(last, questions)}
    />
  )
}
