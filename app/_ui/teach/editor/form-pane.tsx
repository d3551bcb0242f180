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
import { withNameAt, withValueAt } from './value-at'

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
  /** The entry written anew, and what it said before. */
  readonly onItem: (text: string, before: string) => void
  /** Shows the source instead. */
  readonly onSource: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}) {
  const t = useTranslations('editor.form')
  const checks = useTranslations('editor.checks')
  const [value, setValue] = useState<Json | null | undefined>(undefined)
  const [turn, setTurn] = useState(0)
  const given = useRef(item)
  const latest = useRef(item)
  // Drawing the form again says nothing new: what was made here may be on its way up still.
  if (given.current !== item) given.current = latest.current = item
  const queue = useRef<Promise<void>>(Promise.resolve())
  /** Changes on their way into the source. */
  const waiting = useRef(0)
  const [heard, setHeard] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the source says is read again once it has heard all.
  useEffect(() => {
    let left = false
    ask('value', item).then(
      (read) => {
        // The source does not know yet what the form shows.
        if (!left && waiting.current === 0) setValue(read)
      },
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [ask, item, heard])
  const edit = (show: (value: Json) => Json, change: (text: string) => Promise<string | null>) => {
    // Shown at once: the next field is written beside this one, not beside what was here before.
    setValue((now) => (now === undefined || now === null ? now : show(now)))
    waiting.current++
    // One after the other: each change is made in the text the one before has left.
    queue.current = queue.current.then(async () => {
      let before: string
      let made: string | null
      do {
        before = latest.current
        made = await change(before).catch(() => null)
        // The entry may have been taken back, or written elsewhere, meanwhile: then it is changed as it is now.
      } while (made !== null && before !== latest.current)
      waiting.current--
      if (made !== null) {
        latest.current = made
        onItem(made, before)
      }
      if (waiting.current === 0) setHeard((times) => times + 1)
    })
  }
  const change = (path: FieldPath, next: Json | undefined) =>
    edit(
      (now) => withValueAt(now, path, next),
      (text) => ask('set', next === undefined ? { text, path } : { text, path, value: next }),
    )
  const rename = (path: FieldPath, name: string) =>
    edit(
      (now) => withNameAt(now, path, name),
      (text) => ask('rename', { text, path, name }),
    )
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
