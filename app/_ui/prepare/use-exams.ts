'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { type ExamOverview, overlookExam, pauseAfter } from '@/lib/client/prepare/overlook-exam'
import type { Language } from '@/lib/core/language'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { type LearnerProblem, useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'

type Read =
  | { readonly kind: 'library'; readonly library: Library }
  | { readonly kind: 'no-deck'; readonly reason: 'offline' | 'server' }

export type ExamsReading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: LearnerProblem }
  | { readonly kind: 'no-deck'; readonly reason: 'offline' | 'server' }
  | { readonly kind: 'read'; readonly library: Library; readonly learner: Learner }

/** The learner's cards, reviews and exams; fetches the decks only when this device holds none. */
export const useExams = (language: Language): ExamsReading => {
  const learner = useLearner()
  const open = learner?.ok ? learner.value : null
  const read = useCallback(
    async (one: Learner): Promise<Read> => {
      const decks = await one.decks.open(language)
      if (typeof decks === 'string') return { kind: 'no-deck', reason: decks }
      return { kind: 'library', library: await one.library(language) }
    },
    [language],
  )
  const reading = useReading(open, read)
  if (learner !== null && !learner.ok) return { kind: 'failed', problem: learner.error }
  if (reading.kind === 'failed') return { kind: 'failed', problem: 'storage-failed' }
  if (open === null || reading.kind === 'loading') return { kind: 'loading' }
  if (reading.value.kind === 'no-deck') return reading.value
  return { kind: 'read', library: reading.value.library, learner: open }
}

/** Half a frame: planning never holds up a scroll or a tap. */
const frameMs = 8

/** The page of an exam; planning takes a moment, so it comes after the frame, and after `waitMs` without a change. Null until then. */
export const useOverview = (library: Library, exam: PlannedExam, waitMs = 20): ExamOverview | null => {
  const [overview, setOverview] = useState<ExamOverview | null>(null)
  useEffect(() => {
    let left = false
    const timer = setTimeout(() => {
      void overlookExam(library, exam, pauseAfter(frameMs)).then((found) => {
        if (!left) setOverview(found)
      })
    }, waitMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [library, exam, waitMs])
  return overview
}
