'use client'

import { useCallback, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import type { Library } from '@/lib/search/library'
import { type LearnerProblem, useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'

export type LibraryReading =
  /** `part`, 0..1, while every review is counted for the first time. */
  | { readonly kind: 'loading'; readonly part: number | null }
  | { readonly kind: 'failed'; readonly problem: LearnerProblem }
  | { readonly kind: 'read'; readonly library: Library; readonly learner: Learner }

/** The learner's cards and reviews, read again whenever they change; with `contents` to show what is written on them. */
export const useLibrary = (language: Language, contents = true): LibraryReading => {
  const learner = useLearner()
  const [part, setPart] = useState<number | null>(null)
  const read = useCallback((open: Learner) => open.library(language, setPart, contents), [language, contents])
  const reading = useReading(learner?.ok ? learner.value : null, read)
  if (learner !== null && !learner.ok) return { kind: 'failed', problem: learner.error }
  if (reading.kind === 'failed') return { kind: 'failed', problem: 'storage-failed' }
  if (reading.kind === 'loading' || learner === null) return { kind: 'loading', part }
  return { kind: 'read', library: reading.value, learner: learner.value }
}
