'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import type { FormField as Described } from '@/lib/cards/form'
import type { Json } from '@/lib/core/json'
import { type FieldProps, FormField } from './form-field'
import { FormName } from './form-name'
import styles from './form-pane.module.css'
import { isList, isRecord } from './form-values'

const emptyEntry = (of: readonly Described[]): Json =>
  Object.fromEntries(of.filter(({ needed, kind }) => needed && kind !== 'flag').map(({ name }) => [name, '']))

/** Entries of several fields each, one below the other. */
export function FormEntries({
  field,
  value,
  path,
  languages,
  onChange,
}: FieldProps<Extract<Described, { kind: 'list' }>>) {
  const t = useTranslations('editor.form')
  const list = isList(value) ? value : []
  /** An entry that is one field alone becomes a whole one with its second. */
  const setIn = (
    i: number,
    entry: Json,
    inner: Described,
    rest: readonly (string | number)[],
    next: Json | undefined,
  ) => {
    const whole = isRecord(entry) && !(field.bare !== undefined && isWordsAlone(entry, field.of))
    if (whole) return onChange([...path, i, inner.name, ...rest], next)
    if (inner.name === field.bare) return onChange([...path, i, ...rest], next)
    if (next === undefined) return
    onChange([...path, i], { [field.bare ?? '']: entry, [inner.name]: next })
  }
  const valueIn = (entry: Json, inner: Described): Json | undefined => {
    if (isRecord(entry) && !(field.bare !== undefined && isWordsAlone(entry, field.of))) return entry[inner.name]
    return inner.name === field.bare ? entry : undefined
  }
  return (
    <fieldset className={styles.group}>
      <legend>{t(`label.${field.label}`)}</legend>
      {list.map((entry, i) => (
        <div key={i} className={styles.entry}>
          {field.of.map((inner) => (
            <FormField
              key={inner.name}
              field={inner}
              value={valueIn(entry, inner)}
              path={[]}
              languages={languages}
              onChange={(rest, next) => setIn(i, entry, inner, rest, next)}
            />
          ))}
          <Button weight="quiet" onClick={() => onChange([...path, i], undefined)}>
            {t('remove', { what: t('entry', { number: i + 1 }) })}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange(path, [...list, emptyEntry(field.of)])}>{t('add')}</Button>
    </fieldset>
  )
}

/** `{ en, zh }` where an entry of several fields could stand: the text alone, in two languages. */
const isWordsAlone = (entry: { readonly [key: string]: Json }, of: readonly Described[]): boolean =>
  Object.keys(entry).every((key) => !of.some(({ name }) => name === key))

/** Named entries of several fields each, e.g. the mistakes of a question. */
export function FormNamed({
  field,
  value,
  path,
  languages,
  onChange,
}: FieldProps<Extract<Described, { kind: 'named' }>>) {
  const t = useTranslations('editor.form')
  const entries = isRecord(value) ? Object.entries(value) : []
  return (
    <fieldset className={styles.group}>
      <legend>{t(`label.${field.label}`)}</legend>
      {entries.map(([name, entry], i) => (
        <div key={i} className={styles.entry}>
          <FormName name={name} path={[...path, name]} />
          {field.of.map((inner) => (
            <FormField
              key={inner.name}
              field={inner}
              value={isRecord(entry) ? entry[inner.name] : undefined}
              path={[...path, name, inner.name]}
              languages={languages}
              onChange={onChange}
            />
          ))}
          <Button weight="quiet" onClick={() => onChange([...path, name], undefined)}>
            {t('remove', { what: name })}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...path, `${field.name}-${entries.length + 1}`], emptyEntry(field.of))}>
        {t('add')}
      </Button>
    </fieldset>
  )
}
