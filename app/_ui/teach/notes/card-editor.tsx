'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isComposing } from '@/app/_ui/inputs/composing'
import type { Workshop } from '@/lib/client/notes/workshop'
import type { CardFields, Proposal } from '@/lib/importers/notes-markdown/proposal'
import { Button } from '../../controls/button'
import { ChoiceRow } from '../../controls/choice-row'
import { BoxEditor } from '../boxes/box-editor'
import { boxesIn } from '../boxes/box-moves'
import styles from './card-editor.module.css'
import { CardPreviewPane } from './card-preview'
import { fromEdit, toEdit } from './edit-fields'
import { usePictures } from './pictures'

/** A card's Markdown, field by field, with the card beside it. Ctrl+Enter keeps, Escape leaves it as it was. */
export function CardEditor({
  card,
  fields,
  workshop,
  onKeep,
  onLeave,
}: {
  readonly card: Proposal
  readonly fields: CardFields
  readonly workshop: Workshop
  readonly onKeep: (fields: CardFields) => void
  readonly onLeave: () => void
}) {
  const t = useTranslations('teach.notes')
  const [edited, setEdited] = useState(() => toEdit(fields))
  const [shown, setShown] = useState(fields)
  const id = useId()
  const pictures = usePictures()
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const read = fromEdit(edited)
  const change = (name: string, text: string) => {
    const next = edited.map((field) => (field.name === name ? { ...field, text } : field))
    setEdited(next)
    const now = fromEdit(next)
    if (now.ok) setShown(now.fields)
  }
  const textOf = (wanted: string): string => edited.find(({ name }) => name === wanted)?.text ?? ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && read.ok) onKeep(read.fields)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the fields inside.
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <div className={styles.fields}>
        {edited.map(({ name, text, kind }, i) =>
          card.type === 'occlusion' && name === 'figure' ? null : card.type === 'occlusion' && name === 'hide' ? (
            <ChoiceRow
              key={name}
              legend={t('hide.legend')}
              name={`${id}-hide`}
              value={text === 'one' ? 'one' : 'all'}
              options={[
                { value: 'all', label: t('hide.all') },
                { value: 'one', label: t('hide.one') },
              ]}
              onChange={(value) => change(name, value)}
            />
          ) : card.type === 'occlusion' && name === 'boxes' ? (
            <BoxEditor
              key={name}
              src={pictures.get(textOf('figure')) ?? null}
              alt={textOf('alt')}
              boxes={boxesIn(shown.boxes ?? [])}
              languages={[card.language]}
              onChange={(boxes) => change(name, JSON.stringify(boxes, null, 2))}
            />
          ) : (
            <div key={name} className={styles.field}>
              <label htmlFor={`${id}-${name}`} className={styles.label}>
                {t.has(`field.${name}`) ? t(`field.${name}`) : name}
                {kind === 'lines' ? ` · ${t('oneALine')}` : ''}
              </label>
              <textarea
                ref={i === 0 ? first : null}
                id={`${id}-${name}`}
                className={styles.text}
                lang={card.language}
                rows={Math.min(14, Math.max(2, text.split('\n').length + 1))}
                value={text}
                aria-invalid={!read.ok && read.field === name}
                onChange={(event) => change(name, event.target.value)}
              />
            </div>
          ),
        )}
      </div>
      <div className={styles.beside}>
        <p className={styles.label}>{t('preview')}</p>
        <CardPreviewPane card={{ ...card, fields: shown }} language={card.language} workshop={workshop} />
      </div>
      <div className={styles.buttons}>
        <Button weight="primary" disabled={!read.ok} onClick={() => read.ok && onKeep(read.fields)}>
          {t('keepEdit')}
        </Button>
        <Button weight="quiet" onClick={onLeave}>
          {t('leaveEdit')}
        </Button>
      </div>
    </div>
  )
}
