'use client'

import type { Language } from '@/lib/core/language'
import { FitPanel } from './fit-panel'
import { PlanPage } from './plan-page'
import { SimulatorPanel } from './simulator-panel'

/** The memory model: fitted to the learner or not, and what a desired recall costs. */
export function MemoryModel({ language }: { language: Language }) {
  return (
    <PlanPage>
      {(learner, plan, change) => (
        <>
          <FitPanel learner={learner} plan={plan} change={change} />
          <SimulatorPanel learner={learner} plan={plan} language={language} />
        </>
      )}
    </PlanPage>
  )
}
