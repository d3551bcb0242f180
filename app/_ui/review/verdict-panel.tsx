'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { shownNumber } from '@/app/_ui/blocks/shown-number'
import type { Outcome } from '@/lib/cards/card-type'
import type { StepsMarked } from '@/lib/cards/workings-type'
import type { Language } from '@/lib/core/language'
import type { Answer } from '@/lib/view/input'
import type { Trace } from '@/lib/view/trace'
import type { Verdict } from '@/lib/view/verdict'
import styles from './card-face.module.css'
import { EngineLine } from './engine-line'
import { OpenSteps } from './open-steps'
import type { ShownCard } from './shown-card'
import type { EngineCheck } from './use-engine-check'
import { WorkedSteps } from './worked-steps'

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

// Without a question open, there is nothing to hand in.
const ignore = () => {}

/** The steps as the learner had them, beside the right ones. */
const withEntered = (trace: Trace, { had }: StepsMarked): Trace => ({
  ...trace,
  nodes: trace.nodes.map((node) => ({ ...node, mistaken: had[node.id] ?? node.mistaken })),
})

/** What follows an answer: the verdict, the named mistake, the answer itself, and the worked steps. */
export function VerdictPanel({
  outcome,
  language,
  check,
  card,
  answer,
  steps,
}: {
  outcome: Outcome
  language: Language
  check: EngineCheck
  card: ShownCard
  answer: Answer
  /** What was typed of the steps in between; null where there are none. */
  steps: { readonly typed: Answer | null; readonly onChange: (steps: Answer) => void } | null
}) {
  const { verdict } = outcome
  const marked = verdict.kind === 'marked' ? verdict : null
  const [entered, setEntered] = useState<StepsMarked | null>(null)
  const trace = useMemo(
    () => (outcome.trace === null || entered === null ? outcome.trace : withEntered(outcome.trace, entered)),
    [outcome.trace, entered],
  )
  // What the learner entered tells more than what is known of the mistake.
  const step = entered?.first?.node ?? marked?.mistake?.step ?? null
  return (
    <>
      {marked === null && outcome.feedback.length === 0 ? null : (
        <div className={styles.verdict} role="status" data-right={marked?.right}>
          {marked === null ? null : <Headline verdict={marked} />}
          <Blocks blocks={outcome.feedback} lang={language} />
        </div>
      )}
      {steps === null || (marked?.right !== false && steps.typed === null) ? null : (
        <OpenSteps
          card={card}
          steps={steps.typed}
          onSteps={steps.onChange}
          answer={answer}
          onSubmit={ignore}
          onMarked={setEntered}
          onInside={ignore}
        />
      )}
      <div className={styles.answer}>
        <Blocks blocks={outcome.answer} lang={language} />
      </div>
      {trace === null ? null : (
        <WorkedSteps trace={trace} mistaken={step} listed={marked?.right !== true} card={card} />
      )}
      <EngineLine check={check} marked />
    </>
  )
}
