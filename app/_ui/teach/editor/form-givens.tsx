'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'
import { FormName } from './form-name'
import styles from './form-pane.module.css'
import { FormPick } from './form-pick'
import { FormText } from './form-text'
import { freeName, isRecord, readExpression, textOf, writeExpression } from './form-values'
import { type DrawKind, drawKindOf, drawKinds, drawnAs, endsOf, listTyped, typedList, writtenOf } from './given-values'

/** The numbers a question gives, each with how it is drawn: between which ends, with how many decimals, of which shape. */
export function FormGivens({
  label,
  value,
  path,
  onChange,
}: {
  readonly label: string
  readonly value: Json | undefined
  readonly path: FieldPath
  readonly onChange: (path: FieldPath, value: Json | undefined) => void
}) {
  const t = useTranslations('editor.form')
  const entries = isRecord(value) ? Object.entries(value) : []
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {entries.map(([name, entry], i) => (
        <div key={i} className={styles.entry}>
          <FormName name={name} path={[...path, name]} />
          <Given value={entry} path={[...path, name]} onChange={onChange} />
          <Button weight="quiet" onClick={() => onChange([...path, name], undefined)}>
            {t('remove', { what: name })}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...path, freeName(entries)], drawnAs(undefined, 'uniform'))}>{t('add')}</Button>
    </fieldset>
  )
}

function Given({
  value,
  path,
  onChange,
}: {
  readonly value: Json
  readonly path: FieldPath
  readonly onChange: (path: FieldPath, value: Json | undefined) => void
}) {
  const t = useTranslations('editor.form')
  const kind = drawKindOf(value)
  const [low, high] = endsOf(value, kind)
  const whole = isRecord(value) ? value : {}
  const set = (key: string, next: Json | undefined) => onChange([...path, key], next)
  const ends = (from: string, to: string) => set(kind, [readExpression(from), readExpression(to)])
  const draws = drawKinds.filter((one): one is Exclude<DrawKind, 'other'> => one !== 'other')
  if (kind === 'other')
    return (
      <FormText
        label={t('is')}
        value={writeExpression(value)}
        code
        onChange={(text) => onChange(path, readExpression(text))}
      />
    )
  return (
    <>
      <FormPick
        label={t('draw.legend')}
        value={kind}
        options={draws.map((one) => ({ value: one, label: t(`draw.${one}`) }))}
        onChange={(next) => {
          const wanted = draws.find((one) => one === next)
          if (wanted !== undefined) onChange(path, drawnAs(value, wanted))
        }}
      />
      {kind === 'written' ? (
        <FormText
          label={t('draw.numbers')}
          value={writeExpression(writtenOf(value))}
          code
          onChange={(text) => onChange('value' in whole ? [...path, 'value'] : path, readExpression(text))}
        />
      ) : (
        <div className={styles.beside}>
          {kind === 'choice' ? (
            <FormText
              label={t('draw.list')}
              value={listTyped(whole.choice)}
              code
              onChange={(text) => set('choice', typedList(text))}
            />
          ) : (
            <>
              <FormText
                label={t(kind === 'normal' ? 'draw.mean' : 'draw.low')}
                value={low}
                code
                onChange={(text) => ends(text, high)}
              />
              <FormText
                label={t(kind === 'normal' ? 'draw.deviation' : 'draw.high')}
                value={high}
                code
                onChange={(text) => ends(low, text)}
              />
            </>
          )}
          {kind === 'uniform' || kind === 'normal' ? (
            <FormText
              label={t('draw.decimals')}
              value={textOf(whole.decimals)}
              code
              onChange={(text) => set('decimals', text.trim() === '' ? undefined : readExpression(text))}
            />
          ) : null}
          <FormText
            label={t('draw.shape')}
            value={listTyped(whole.shape)}
            code
            onChange={(text) => set('shape', text.trim() === '' ? undefined : typedList(text))}
          />
        </div>
      )}
    </>
  )
}
