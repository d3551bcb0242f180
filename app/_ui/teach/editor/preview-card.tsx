'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { isClosed } from '@/app/_ui/inputs/input-kind'
import { emptyAnswer, inputKind } from '@/app/_ui/inputs/list'
import { CardFace } from '@/app/_ui/review/card-face'
import { useCardFace } from '@/app/_ui/review/use-card-face'
import type { Outcome } from '@/lib/cards/card-type'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { Answer } from '@/lib/view/input'
import styles from './preview-pane.module.css'

export type Side = 'question' | 'answer'

const notChecked = { kind: 'none' } as const

/** A card as a learner meets it: it can be answered, or opened. Its numbers stay the same while it is written. */
export function PreviewCard({
  type,
  content,
  language,
  side,
  seed,
}: {
  readonly type: string
  readonly content: Json
  readonly language: Language
  readonly side: Side
  readonly seed: string
}) {
  const t = useTranslations('editor.preview')
  const occasion = useMemo(() => ({ seed, language }), [seed, language])
  const face = useCardFace(type)
  const made = useMemo(() => {
    if (face === null || face === 'missing') return null
    try {
      return { face, presented: face.present(content, occasion) }
    } catch {
      return null
    }
  }, [face, content, occasion])
  const [typed, setTyped] = useState<Answer | null>(null)
  const [steps, setSteps] = useState<Answer | null>(null)
  const [given, setGiven] = useState<Outcome | null>(null)
  const opened = useMemo(
    () => (side === 'answer' && made !== null ? made.face.outcome(content, occasion, { kind: 'reveal' }, 0) : null),
    [side, made, content, occasion],
  )
  if (face === null) return <div aria-busy="true" />
  if (made === null) return <p className={styles.none}>{t('none')}</p>
  const { presented } = made
  const answer = typed?.kind === emptyAnswer(presented.input).kind ? typed : emptyAnswer(presented.input)
  const outcome = opened ?? given
  const closed = isClosed(outcome?.verdict ?? null)
  const submit = () => setGiven(made.face.outcome(content, occasion, answer, 0))
  return (
    <div className={styles.card}>
      <CardFace
        card={{ type, content, occasion }}
        presented={presented}
        language={language}
        answer={answer}
        steps={steps}
        onSteps={setSteps}
        outcome={outcome}
        check={notChecked}
        autoFocus={false}
        onChange={(next) => {
          setTyped(next)
          setGiven(null)
        }}
        onSubmit={submit}
        onGiveUp={null}
      />
      {closed ? null : (
        <Button disabled={!inputKind(presented.input).ready(answer, presented.input)} onClick={submit}>
          {t(presented.input.kind === 'reveal' ? 'show' : 'check')}
        </Button>
      )}
    </div>
  )
}
