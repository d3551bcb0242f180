'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { emptyAnswer, inputKind } from '@/app/_ui/inputs/list'
import { useCardFace } from '@/app/_ui/review/use-card-face'
import type { CardPreview } from '@/lib/client/notes/preview-card'
import type { Workshop } from '@/lib/client/notes/workshop'
import type { Language } from '@/lib/core/language'
import type { Accepted } from '@/lib/importers/notes-markdown/to-cards-yaml'
import styles from './card-preview.module.css'
import { usePictures } from './pictures'

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
  const pictures = usePictures()
  useEffect(() => {
    let left = false
    const timer = setTimeout(() => {
      workshop
        .preview({ kind: 'preview', card: JSON.parse(said) as Accepted, language, figures: [...pictures.keys()] })
        .then(
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
  }, [said, language, workshop, pictures])
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
  return <Shown preview={withPictures(preview, pictures)} language={language} />
}

type SetCard = Extract<CardPreview, { kind: 'card' }>

/** Published, figures have addresses; until then they are on this device. */
const withPictures = (preview: SetCard, pictures: ReadonlyMap<string, string>): SetCard => ({
  ...preview,
  content: JSON.parse(
    JSON.stringify(preview.content, (key, value: unknown) =>
      key === 'src' && typeof value === 'string' ? (pictures.get(value) ?? value) : value,
    ),
  ) as SetCard['content'],
})

function Shown({ preview, language }: { readonly preview: SetCard; readonly language: Language }) {
  const t = useTranslations('teach.notes')
  const face = useCardFace(preview.type)
  if (face === null) return <div className={styles.preview} aria-busy="true" />
  if (face === 'missing')
    return (
      <div className={styles.preview} role="alert">
        <p>{t('noPreview')}</p>
      </div>
    )
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
