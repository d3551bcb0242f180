'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { shownNumber } from '@/app/_ui/blocks/shown-number'
import { StepList } from '@/app/_ui/trace/step-list'
import type { Outcome } from '@/lib/cards/card-type'
import type { Language } from '@/lib/core/language'
import type { Verdict } from '@/lib/view/verdict'
import styles from './card-face.module.css'
import { EngineLine } from './engine-line'
import type { EngineCheck } from './use-engine-check'
import { useTraceView } from './use-trace-view'

type Marked = Extract<Verdict, { kind: 'marked' }>

/** Numbers are set with a true minus; code is shown as it was typed. */
const typed = (given: string): string => (/^[-+\d.e/]+$/i.test(given) ? shownNumber(given) : given)

/** The verdict in words: a mark, what was given where there is one cell, and the share of the credit where it is partial. */
function Headline({ verdict }: { verdict: Marked }) {
  const t = useTranslations('review.verdict')
  const right = verdict.cells.filter(({ state }) => state === 'right').length
  const [only, second] = verdict.cells
  const single = only !== undefined && second === undefined && only.key !== '' ? only : null
  return (
    <p className={styles.headline}>
      <span aria-hidden="true">{verdict.right ? '✓' : '✗'}</span>{' '}
      {verdict.right ? t('right') : verdict.score > 0 ? t('partly', { right, of: verdict.cells.length }) : t('wrong')}
      {single === null || verdict.right ? null : t('given', { given: typed(single.given) })}
    </p>
  )
}

/** What follows an answer: the verdict, the named mistake, the answer itself, and the worked steps. */
export function VerdictPanel({
  outcome,
  language,
  check,
}: {
  outcome: Outcome
  language: Language
  check: EngineCheck
}) {
  const t = useTranslations('compute.steps')
  const { verdict, trace } = outcome
  const marked = verdict.kind === 'marked' ? verdict : null
  const [graph, setGraph] = useState(false)
  const TraceView = useTraceView(trace !== null)
  const step = marked?.mistake?.step ?? null
  return (
    <>
      {marked === null && outcome.feedback.length === 0 ? null : (
        <div className={styles.verdict} role="status" data-right={marked?.right}>
          {marked === null ? null : <Headline verdict={marked} />}
          <Blocks blocks={outcome.feedback} lang={language} />
        </div>
      )}
      <div className={styles.answer}>
        <Blocks blocks={outcome.answer} lang={language} />
      </div>
      {trace === null ? null : (
        <>
          {graph || marked?.right !== true ? <StepList trace={trace} mistaken={step} /> : null}
          {TraceView === null ? null : (
            <button type="button" className={styles.quiet} aria-expanded={graph} onClick={() => setGraph(!graph)}>
              {graph ? t('hide') : t('show')}
            </button>
          )}
          {graph && TraceView !== null ? <TraceView trace={trace} mistaken={step} /> : null}
        </>
      )}
      <EngineLine check={check} marked />
    </>
  )
}
