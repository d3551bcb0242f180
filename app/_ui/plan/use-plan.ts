'use client'

import { useCallback, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Plan } from '@/lib/schedule/plan'
import type { PlanChange } from '@/lib/schedule/plan-change'
import { type Reading, useReading } from '../learner/use-reading'

const readPlan = (learner: Learner) => learner.plan()

export type ChangePlan = (...changes: readonly PlanChange[]) => void

/** The learner's plan, and how to change it; `failed` when the browser did not keep the last change. */
export const usePlan = (
  learner: Learner | null,
): { readonly plan: Reading<Plan>; readonly change: ChangePlan; readonly failed: boolean } => {
  const plan = useReading(learner, readPlan)
  const [failed, setFailed] = useState(false)
  const change = useCallback<ChangePlan>(
    (...changes) => {
      void learner?.changePlan(...changes).then((problem) => setFailed(problem !== null))
    },
    [learner],
  )
  return { plan, change, failed }
}
