'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { FormField as Described } from '@/lib/cards/form'
import { BoxEditor } from '../boxes/box-editor'
import { boxesIn, boxSteps, type EditedBox, removedBox } from '../boxes/box-moves'
import type { FieldProps } from './form-field'
import { useFormGround } from './form-ground'
import styles from './form-pane.module.css'
import { FormPick } from './form-pick'
import { textOf, wordsIn } from './form-values'

/** Time without a move after which the source hears of it, ms. */
const pause = 150

/** The parts of a picture that are covered: drawn on it, each with its name. */
export function FormBoxes({
  field,
  value,
  path,
  languages,
  onChange,
}: FieldProps<Extract<Described, { kind: 'boxes' }>>) {
  const t = useTranslations('editor.form')
  const { card, figures, figureAddress, turn } = useFormGround()
  const written = boxesIn(value ?? [])
  const source = JSON.stringify(written)
  const [drawn, setDrawn] = useState<readonly EditedBox[] | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** What the source has not been sent: whoever leaves at once has drawn it all the same. */
  const waiting = useRef<readonly EditedBox[] | null>(null)
  /** What the source says once it has heard all that was sent: the next change is one of that. */
  const sent = useRef({ source, boxes: written })
  if (sent.current.source !== source) sent.current = { source, boxes: written }
  const send = useRef<(boxes: readonly EditedBox[]) => void>(() => {})
  send.current = (next) => {
    const before = sent.current.boxes
    sent.current = { source, boxes: next }
    for (const step of boxSteps(before, next)) onChange([...path, ...step.path], step.value)
    const asked = Number(card[field.asked] ?? 1)
    const gone = before.length > next.length ? removedBox(before, next) + 1 : 0
    if (gone > 0 && gone <= asked) onChange([field.asked], gone === asked || asked === 2 ? undefined : asked - 1)
  }
  // What was drawn is in the source once it says the same, and hears of nothing else any more.
  const settled = drawn === null || (JSON.stringify(drawn) === source && JSON.stringify(sent.current.boxes) === source)
  useEffect(() => {
    if (settled) setDrawn(null)
  }, [settled])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step back lets go of what was being drawn.
  useEffect(() => {
    clearTimeout(timer.current)
    waiting.current = null
    sent.current = { source, boxes: written }
    setDrawn(null)
  }, [turn])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      if (waiting.current !== null) send.current(waiting.current)
    },
    [],
  )
  const change = (next: readonly EditedBox[]) => {
    setDrawn(next)
    waiting.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      waiting.current = null
      send.current(next)
    }, pause)
  }
  const figure = textOf(card[field.figure])
  const [language = 'en'] = languages
  return (
    <fieldset className={styles.group}>
      <legend>{t(`label.${field.label}`)}</legend>
      {figures.includes(figure) ? (
        <BoxEditor
          src={figureAddress(figure)}
          alt={wordsIn(card[field.alt], language)}
          boxes={drawn ?? written}
          languages={languages}
          onChange={change}
        />
      ) : (
        <p className={styles.hint}>{t('figureFirst')}</p>
      )}
    </fieldset>
  )
}

/** Which of the boxes is asked. */
export function FormAskedBox({
  field,
  value,
  path,
  languages,
  onChange,
}: FieldProps<Extract<Described, { kind: 'asked-box' }>>) {
  const t = useTranslations('editor.form')
  const { card } = useFormGround()
  const [language = 'en'] = languages
  const boxes = boxesIn(card[field.of] ?? [])
  return (
    <FormPick
      label={t(`label.${field.label}`)}
      value={textOf(value)}
      options={boxes.map(({ label }, i) => {
        const name = wordsIn(label, language)
        return { value: String(i + 1), label: name === '' ? String(i + 1) : `${i + 1} · ${name}` }
      })}
      onChange={(next) => onChange(path, next === '1' ? undefined : Number(next))}
    />
  )
}
