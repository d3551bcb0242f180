'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { Notice } from '@/app/_ui/controls/notice'
import { fieldsAfter, fieldsBefore } from '@/lib/cards/form'
import { cardFormOf } from '@/lib/cards/forms'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import { faultsByField } from './field-faults'
import { FormFaults } from './form-faults'
import { FormField } from './form-field'
import { type FormGround, FormGroundHere } from './form-ground'
import styles from './form-pane.module.css'
import { isRecord } from './form-values'
import type { Editor } from './use-editor'

/** A card as a form: every field its type describes. What is typed goes into the source, and comes back from there. */
export function FormPane({
  item,
  faults,
  languages,
  ask,
  ground,
  onItem,
  onSource,
  onUndo,
  onRedo,
}: {
  /** The entry as it is written. */
  readonly item: string
  readonly faults: readonly Diagnostic[]
  readonly languages: readonly Language[]
  readonly ask: Editor['ask']
  readonly ground: Omit<FormGround, 'card' | 'rename' | 'turn'>
  readonly onItem: (text: string) => void
  /** Shows the source instead. */
  readonly onSource: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}) {
  const t = useTranslations('editor.form')
  const checks = useTranslations('editor.checks')
  const [value, setValue] = useState<Json | null | undefined>(undefined)
  const [turn, setTurn] = useState(0)
  const latest = useRef(item)
  latest.current = item
  const queue = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => {
    let left = false
    ask('value', item).then(
      (read) => {
        if (!left) setValue(read)
      },
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [ask, item])
  const edit = (change: (text: string) => Promise<string | null>) => {
    // One after the other: each change is made in the text the one before has left.
    queue.current = queue.current.then(async () => {
      const made = await change(latest.current).catch(() => null)
      if (made === null) return
      latest.current = made
      onItem(made)
    })
  }
  const change = (path: FieldPath, next: Json | undefined) =>
    edit((text) => ask('set', next === undefined ? { text, path } : { text, path, value: next }))
  const rename = (path: FieldPath, name: string) => edit((text) => ask('rename', { text, path, name }))
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
    event.preventDefault()
    setTurn(turn + 1)
    if (key === 'y' || event.shiftKey) onRedo()
    else onUndo()
  }
  if (value === undefined)
    return (
      <p className={styles.form} role="status">
        {checks('checking')}
      </p>
    )
  const form = isRecord(value) ? cardFormOf(value) : null
  if (!isRecord(value) || form === null)
    return (
      <Notice tone="plain">
        <p>{t('broken')}</p>
        <Button onClick={onSource}>{t('toSource')}</Button>
      </Notice>
    )
  const fields = [...fieldsBefore, ...form.fields, ...fieldsAfter]
  const byField = faultsByField(
    faults,
    fields.map(({ name }) => name),
  )
  return (
    <FormGroundHere value={{ ...ground, card: value, rename, turn }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the fields inside. */}
      <div className={styles.form} onKeyDown={onKeyDown}>
        <FormFaults faults={byField.get('')} />
        {fields.map((field) => (
          <div key={field.name} className={styles.slot}>
            <FormField
              field={field}
              value={value[field.name]}
              path={[field.name]}
              languages={languages}
              onChange={change}
            />
            <FormFaults faults={byField.get(field.name)} />
          </div>
        ))}
      </div>
    </FormGroundHere>
  )
}
