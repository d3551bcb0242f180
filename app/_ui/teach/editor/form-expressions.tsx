'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'
import { useFormGround } from './form-ground'
import { FormName } from './form-name'
import styles from './form-pane.module.css'
import { FormText } from './form-text'
import { freeName, isRecord, readExpression, writeExpression } from './form-values'

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
  const remove = (name: string) =>
    entries.length === 1 && !needed ? onChange(path, undefined) : onChange([...path, name], undefined)
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {entries.map(([name, entry], i) => (
        <div key={i} className={styles.pair}>
          <FormName name={name} path={[...path, name]} />
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
      <Button onClick={() => onChange([...path, freeName(entries)], 0)}>{t('add')}</Button>
    </fieldset>
  )
}
