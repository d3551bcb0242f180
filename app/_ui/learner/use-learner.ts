'use client'

import { useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { StorageProblem } from '@/lib/client/storage-problem'
import { type Result, refuse } from '@/lib/core/result'
import { signInWith } from '../account/sign-in-with'

/** Why a page has no learner. `not-loaded`: their code did not come, as without a network or after a new version of the site. */
export type LearnerProblem = StorageProblem | 'not-loaded'

const signInAsGuest = async (): Promise<boolean> => (await signInWith('guest', {})).ok

const loadLearner = () => import('@/lib/client/learner')

/** The page's one learner. Its code comes after the first paint: no page needs it to show its frame. */
export const openLearner = async (
  load: () => Promise<Pick<typeof import('@/lib/client/learner'), 'theLearner'>> = loadLearner,
): Promise<Result<Learner, LearnerProblem>> => {
  const code = await load().catch(() => null)
  return code === null ? refuse('not-loaded') : code.theLearner(signInAsGuest)
}

/**
 * Null while the learner's store is being opened. `onlyReturning`: a stranger has none to open, and reading the course or
 * the welcome page is no reason to make one.
 */
export const useLearner = (onlyReturning = false): Result<Learner, LearnerProblem> | null => {
  const [opened, setOpened] = useState<Result<Learner, LearnerProblem> | null>(null)
  useEffect(() => {
    let left = false
    if (onlyReturning && document.documentElement.dataset.learner !== 'returning') return
    void openLearner().then((result) => {
      if (!left) setOpened(result)
    })
    return () => {
      left = true
    }
  }, [onlyReturning])
  return opened
}
