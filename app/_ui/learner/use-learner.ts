'use client'

import { useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { StorageProblem } from '@/lib/client/storage-problem'
import type { Result } from '@/lib/core/result'
import { signInWith } from '../account/sign-in-with'

const signInAsGuest = async (): Promise<boolean> => (await signInWith('guest', {})).ok

/** The page's one learner. Its code comes after the first paint: no page needs it to show its frame. */
export const openLearner = async (): Promise<Result<Learner, StorageProblem>> => {
  const { theLearner } = await import('@/lib/client/learner')
  return theLearner(signInAsGuest)
}

/**
 * Null while the learner's store is being opened. `onlyReturning`: a stranger has none to open, and reading the course or
 * the welcome page is no reason to make one.
 */
export const useLearner = (onlyReturning = false): Result<Learner, StorageProblem> | null => {
  const [opened, setOpened] = useState<Result<Learner, StorageProblem> | null>(null)
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
