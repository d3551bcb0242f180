'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { AsideButton } from '@/app/_ui/controls/aside-button'
import { isClosed } from '@/app/_ui/inputs/input-kind'
import { emptyAnswer, inputKind } from '@/app/_ui/inputs/list'
import type { Outcome } from '@/lib/cards/card-type'
import { computeFace } from '@/lib/cards/compute/face'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { Answer } from '@/lib/view/input'
import { CardFace } from './card-face'
import styles from './compute-card.module.css'
import { useEngineCheck } from './use-engine-check'

export interface ComputeCardProps {
  /** The compute card as compiled for the interface's language. */
  readonly content: Json
  /** Picks the numbers; the same seed shows the same ones. */
  readonly seed: string
  readonly onAnswered?: (outcome: Outcome) => void
}

/** A card to try, without schedule: question, input, verdict and trace, with other numbers as often as wanted. */
export function ComputeCard(props: ComputeCardProps) {
  const [round, setRound] = useState(0)
  const language: Language = useLocale() === 'zh' ? 'zh' : 'en'
  const numbersOf = (of: number) =>
    JSON.stringify(computeFace.present(props.content, { seed: seedOf(props.seed, of), language }).given)
  const again = () => {
    const shown = numbersOf(round)
    // Seeds pick among a dozen variants, so the next seed may pick the same one; after a while there is only that one.
    const others = Array.from({ length: 40 }, (_, index) => round + 1 + index)
    setRound(others.find((other) => numbersOf(other) !== shown) ?? round + 1)
  }
  return <Round key={round} {...props} language={language} round={round} onAgain={again} />
}

const seedOf = (seed: string, round: number): string => `${seed}.${round}`

interface RoundProps extends ComputeCardProps {
  readonly language: Language
  readonly round: number
  readonly onAgain: () => void
}

function Round({ language, content, seed, round, onAgain, onAnswered }: RoundProps) {
  const t = useTranslations('compute.card')
  const occasion = useMemo(() => ({ seed: seedOf(seed, round), language }), [seed, round, language])
  const presented = useMemo(() => computeFace.present(content, occasion), [content, occasion])
  const card = useMemo(() => ({ type: computeFace.name, content, occasion }), [content, occasion])
  const [answer, setAnswer] = useState(() => emptyAnswer(presented.input))
  const [steps, setSteps] = useState<Answer | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const check = useEngineCheck(presented.engine)
  const closed = isClosed(outcome?.verdict ?? null)
  const submit = () => {
    if (closed) return
    // Nothing is scheduled here, so the time spent says nothing.
    const next = computeFace.outcome(content, occasion, answer, 0)
    setOutcome(next)
    if (isClosed(next.verdict)) onAnswered?.(next)
  }
  return (
    <div>
      <CardFace
        card={card}
        presented={presented}
        language={language}
        answer={answer}
        steps={steps}
        onSteps={setSteps}
        outcome={outcome}
        check={check}
        autoFocus={round > 0}
        onChange={setAnswer}
        onSubmit={submit}
        onGiveUp={null}
      />
      <p className={styles.actions}>
        {closed ? null : (
          <button
            type="button"
            className={styles.check}
            disabled={!inputKind(presented.input).ready(answer, presented.input)}
            onClick={submit}
          >
            {t('check')}
          </button>
        )}
        {presented.given === null ? null : <AsideButton onClick={onAgain}>{t('otherNumbers')}</AsideButton>}
      </p>
    </div>
  )
}
