'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'
import { useFormGround } from './form-ground'
import styles from './form-pane.module.css'
import { FormText } from './form-text'
import { isRecord, readExpression, writeExpression } from './form-values'

/** Names and what they are: givens, steps, what a mistake does otherwise. In order, since each may use those above it. */
export function FormExpressions({
  label,
  value,
  path,
  needed,
  onChange,
}: {
  readonly label: string
  readonly value: Json | undefined
  readonly path: FieldPath
  readonly needed: boolean
  readonly onChange: (path: FieldPath, value: Json | undefined) => void
}) {
  const t = useTranslations('editor.form')
  const source = useTranslations('editor.source')
  const { shapes } = useFormGround()
  const shapeTold = (shape: readonly number[] | undefined) =>
    shape === undefined ? undefined : shape.length === 0 ? source('number') : shape.join(' × ')
  const entries = isRecord(value) ? Object.entries(value) : []
  const rename = (from: string, to: string) => {
    const name = to.trim()
    if (name === '' || name === from || entries.some(([one]) => one === name)) return
    onChange(path, Object.fromEntries(entries.map(([one, entry]) => [one === from ? name : one, entry])))
  }
  const remove = (name: string) =>
    entries.length === 1 && !needed ? onChange(path, undefined) : onChange([...path, name], undefined)
  const freeName = (): string => {
    for (let n = entries.length + 1; ; n++) if (!entries.some(([one]) => one === `x${n}`)) return `x${n}`
  }
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {entries.map(([name, entry], i) => (
        <div key={i} className={styles.pair}>
          <FormText label={t('name')} value={name} code onChange={(text) => rename(name, text)} />
          <FormText
            label={t('is')}
            hint={shapeTold(shapes.get(name))}
            value={writeExpression(entry)}
            code
            onChange={(text) => onChange([...path, name], readExpression(text))}
          />
          <Button weight="quiet" onClick={() => remove(name)}>
            {t('remove', { what: name })}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...path, freeName()], 0)}>{t('add')}</Button>
    </fieldset>
  )
}
