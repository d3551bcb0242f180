'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { emptyAnswer, inputKind } from '@/app/_ui/inputs/list'
import { cardFaceNamed } from '@/lib/cards/faces'
import type { CardPreview } from '@/lib/client/notes/preview-card'
import type { Workshop } from '@/lib/client/notes/workshop'
import type { Language } from '@/lib/core/language'
import type { Accepted } from '@/lib/importers/notes-markdown/to-cards-yaml'
import styles from './card-preview.module.css'

const nothing = () => {}

/** The card as a learner will see it, question above answer, set again after each change. */
export function CardPreviewPane({
  card,
  language,
  workshop,
}: {
  readonly card: Accepted
  readonly language: Language
  readonly workshop: Workshop
}) {
  const t = useTranslations('teach.notes')
  const [preview, setPreview] = useState<CardPreview | null>(null)
  const said = JSON.stringify(card)
  useEffect(() => {
    let left = false
    const timer = setTimeout(() => {
      workshop.preview({ kind: 'preview', card: JSON.parse(said) as Accepted, language }).then(
        (made) => {
          if (!left) setPreview(made)
        },
        () => {
          if (!left) setPreview({ kind: 'faults', faults: [] })
        },
      )
    }, 80)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [said, language, workshop])
  if (preview === null) return <div className={styles.preview} aria-busy="true" />
  if (preview.kind === 'faults')
    return (
      <div className={styles.preview} role="alert">
        {preview.faults.length === 0 ? <p>{t('noPreview')}</p> : null}
        {preview.faults.map(({ message, hint }) => (
          <p key={message} className={styles.fault}>
            <span aria-hidden="true">✗ </span>
            {message} {hint}
          </p>
        ))}
      </div>
    )
  return <Shown preview={preview} language={language} />
}

function Shown({
  preview,
  language,
}: {
  readonly preview: Extract<CardPreview, { kind: 'card' }>
  readonly language: Language
}) {
  const face = cardFaceNamed(preview.type)?.open()
  if (!face || face instanceof Promise) return null
  const occasion = { seed: 'preview', language }
  const presented = face.present(preview.content, occasion)
  const answer = emptyAnswer(presented.input)
  const outcome = face.outcome(preview.content, occasion, answer, 0)
  return (
    <div className={styles.preview} inert>
      <Blocks blocks={presented.question} lang={language} />
      {presented.input.kind === 'reveal'
        ? null
        : inputKind(presented.input).render({
            input: presented.input,
            answer,
            onChange: nothing,
            onSubmit: nothing,
            verdict: null,
            language,
            autoFocus: false,
          })}
      {outcome.answer.length === 0 ? null : (
        <div className={styles.answer}>
          <Blocks blocks={outcome.answer} lang={language} />
        </div>
      )}
    </div>
  )
}
