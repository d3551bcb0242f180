'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import type { FormField as Described } from '@/lib/cards/form'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import { FormAskedBox, FormBoxes } from './form-boxes'
import { FormConcepts } from './form-concepts'
import { FormEntries, FormNamed } from './form-entries'
import { FormExpressions } from './form-expressions'
import { FormFigure } from './form-figure'
import { FormGivens } from './form-givens'
import styles from './form-pane.module.css'
import { FormPick } from './form-pick'
import { FormText } from './form-text'
import { isList, languageName, textOf, withWords, wordsIn } from './form-values'

export interface FieldProps<Field extends Described = Described> {
  readonly field: Field
  readonly value: Json | undefined
  readonly path: FieldPath
  readonly languages: readonly Language[]
  readonly onChange: (path: FieldPath, value: Json | undefined) => void
}

const isPlain = (text: string): number | string => (/^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : text)

/** One field of a card, drawn by what kind of thing it is. */
export function FormField({ field, value, path, languages, onChange }: FieldProps) {
  const t = useTranslations('editor.form')
  const label = t(`label.${field.label}`)
  const set = (next: Json | undefined) => onChange(path, next)
  /** An optional field that is emptied goes. */
  const setText = (text: string) => set(text === '' && !field.needed ? undefined : text)
  switch (field.kind) {
    case 'words':
      return <FormWords label={label} value={value} needed={field.needed} languages={languages} onChange={set} />
    case 'line':
      return <FormText label={label} value={textOf(value)} onChange={setText} />
    case 'code':
      return <FormText label={label} value={textOf(value)} code lines={4} onChange={setText} />
    case 'number':
      return (
        <FormText
          label={label}
          value={textOf(value)}
          code
          onChange={(text) => set(text.trim() === '' && !field.needed ? undefined : isPlain(text))}
        />
      )
    case 'flag':
      return (
        <label className={styles.flag}>
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => set(event.target.checked ? true : undefined)}
          />
          <span>{label}</span>
        </label>
      )
    case 'concepts':
      return <FormConcepts label={label} value={value} onChange={set} />
    case 'figure':
      return <FormFigure label={label} value={textOf(value)} onChange={set} />
    case 'one-of':
      return (
        <FormPick
          label={label}
          value={textOf(value)}
          options={field.of.map((one) => ({ value: one.value, label: t(`label.${one.label}`) }))}
          onChange={(next) => set(next === field.of[0]?.value ? undefined : next)}
        />
      )
    case 'boxes':
      return <FormBoxes field={field} value={value} path={path} languages={languages} onChange={onChange} />
    case 'asked-box':
      return <FormAskedBox field={field} value={value} path={path} languages={languages} onChange={onChange} />
    case 'lines':
      return (
        <FormText
          label={label}
          hint={t('oneALine')}
          value={isList(value) ? value.map(textOf).join('\n') : textOf(value)}
          code
          lines={1}
          onChange={(text) => {
            const lines = text.split('\n').filter((line) => line.trim() !== '')
            set(lines.length === 0 && !field.needed ? undefined : lines)
          }}
        />
      )
    case 'words-list': {
      const list = isList(value) ? value : []
      return (
        <fieldset className={styles.group}>
          <legend>{label}</legend>
          {list.map((entry, i) => (
            <div key={i} className={styles.entry}>
              <FormWords
                label={t('entry', { number: i + 1 })}
                value={entry}
                needed
                languages={languages}
                onChange={(next) => onChange([...path, i], next)}
              />
              <Button weight="quiet" onClick={() => onChange([...path, i], undefined)}>
                {t('remove', { what: t('entry', { number: i + 1 }) })}
              </Button>
            </div>
          ))}
          <Button onClick={() => set([...list, ''])}>{t('add')}</Button>
        </fieldset>
      )
    }
    case 'list':
      return <FormEntries field={field} value={value} path={path} languages={languages} onChange={onChange} />
    case 'named':
      return <FormNamed field={field} value={value} path={path} languages={languages} onChange={onChange} />
    case 'givens':
      return <FormGivens label={label} value={value} path={path} onChange={onChange} />
    case 'expressions':
      return <FormExpressions label={label} value={value} path={path} needed={field.needed} onChange={onChange} />
  }
}

function FormWords({
  label,
  value,
  needed,
  languages,
  onChange,
}: {
  readonly label: string
  readonly value: Json | undefined
  readonly needed: boolean
  readonly languages: readonly Language[]
  readonly onChange: (value: Json | undefined) => void
}) {
  return languages.map((language) => (
    <FormText
      key={language}
      label={languages.length > 1 ? `${label} (${languageName(language)})` : label}
      value={wordsIn(value, language)}
      lines={2}
      lang={language}
      onChange={(text) => {
        const next = withWords(value, language, text, languages)
        const empty = languages.every((one) => wordsIn(next, one).trim() === '')
        onChange(empty && !needed ? undefined : next)
      }}
    />
  ))
}
