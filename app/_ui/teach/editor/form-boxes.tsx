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
  const [drawn, setDrawn] = useState<readonly EditedBox[] | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const send = useRef<(boxes: readonly EditedBox[]) => void>(() => {})
  send.current = (next) => {
    for (const step of boxSteps(written, next)) onChange([...path, ...step.path], step.value)
    const asked = Number(card[field.asked] ?? 1)
    const gone = written.length > next.length ? removedBox(written, next) + 1 : 0
    if (gone > 0 && gone <= asked) onChange([field.asked], gone === asked || asked === 2 ? undefined : asked - 1)
  }
  // What was drawn is in the source once it says the same.
  const settled = drawn === null || JSON.stringify(drawn) === JSON.stringify(written)
  useEffect(() => {
    if (settled) setDrawn(null)
  }, [settled])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step back lets go of what was being drawn.
  useEffect(() => {
    clearTimeout(timer.current)
    setDrawn(null)
  }, [turn])
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (next: readonly EditedBox[]) => {
    setDrawn(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send.current(next), pause)
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
