'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AsideButton } from '@/app/_ui/controls/aside-button'
import { StepList } from '@/app/_ui/trace/step-list'
import type { Trace } from '@/lib/view/trace'
import type { ShownCard } from './shown-card'
import { useLater } from './use-later'

/** The drawn trace comes with the steps; a device that is offline and never had it shows the list alone. */
const loadTrace = async () => (await import('@/app/_ui/trace/trace-view')).TraceView

interface WorkedStepsProps {
  readonly trace: Trace
  /** The step at which a mistake departs; null where none is known. */
  readonly mistaken: string | null
  /** The list stands there before anybody asks. */
  readonly listed: boolean
  /** Whose numbers can be changed; null where they stay. */
  readonly card: ShownCard | null
}

/** The worked computation as a list, and drawn once it is asked for. */
export function WorkedSteps({ trace, mistaken, listed, card }: WorkedStepsProps) {
  const t = useTranslations('compute.steps')
  const [graph, setGraph] = useState(false)
  const TraceView = useLater(true, loadTrace)
  const drawn = TraceView !== null && TraceView !== 'missing'
  return (
    <>
      {graph || listed ? <StepList trace={trace} mistaken={mistaken} /> : null}
      {drawn ? (
        <AsideButton aria-expanded={graph} onClick={() => setGraph(!graph)}>
          {graph ? t('hide') : t('show')}
        </AsideButton>
      ) : null}
      {graph && drawn ? <TraceView trace={trace} mistaken={mistaken} card={card} /> : null}
    </>
  )
}
