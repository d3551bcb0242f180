'use client'

import { useTranslations } from 'next-intl'
import { readNumber } from '@/lib/compute/marking/read-number'
import { withMinus, writeKey } from '@/lib/compute/marking/write-number'
import type { Change } from '@/lib/exam/corrections/correction'
import type { ExamQuestionListing } from '@/lib/exam/protocol/staff'
import { Labelled, NumberLine } from './labelled'
import styles from './staff.module.css'

interface ChangeFieldsProps {
  readonly question: ExamQuestionListing
  readonly change: Change
  readonly onChange: (change: Change) => void
}

type KeyChange = Extract<Change, { kind: 'key' }>

/** Numbers of one showing, cell by cell in one line; a line that cannot be read whole changes nothing. */
function NumberKeys({ question, change, onChange }: ChangeFieldsProps & { readonly change: KeyChange }) {
  const t = useTranslations('examining.marking')
  const own = question.keys.find(({ form }) => form === change.form)?.key
  if (own?.kind !== 'numbers') return null
  return (
    <>
      <Labelled label={t('form')}>
        {(id) => (
          <select
            id={id}
            className={styles.input}
            value={change.form ?? 0}
            onChange={(event) =>
              onChange({ ...change, form: Number(event.target.value), key: { kind: 'numbers', keys: {} } })
            }
          >
            {question.keys.map(({ form }) => (
              <option key={form} value={form}>
                {form + 1}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {own.asks.map((ask) => (
        <Labelled key={`${change.form} ${ask.name}`} label={t('number', { ask: ask.name, cells: ask.key.length })}>
          {(id) => (
            <input
              id={id}
              className={styles.input}
              defaultValue={ask.key.map((cell) => withMinus(writeKey(ask, cell))).join('  ')}
              onChange={(event) => {
                const read = event.target.value.trim().split(/\s+/).map(readNumber)
                const cells = read.flatMap((one) => (one.ok ? [one.value] : []))
                if (cells.length !== ask.key.length || change.key.kind !== 'numbers') return
                onChange({ ...change, key: { kind: 'numbers', keys: { ...change.key.keys, [ask.name]: cells } } })
              }}
            />
          )}
        </Labelled>
      ))}
    </>
  )
}

/** What a change of marking still has to say. */
export function ChangeFields({ question, change, onChange }: ChangeFieldsProps) {
  const t = useTranslations('examining.marking')
  if (change.kind === 'points')
    return (
      <NumberLine
        label={t('points')}
        value={change.points}
        least={0}
        most={1000}
        step={0.5}
        onChange={(points) => onChange({ kind: 'points', points })}
      />
    )
  if (change.kind === 'tolerance')
    return (
      <>
        <NumberLine
          label={t('abs')}
          value={change.abs}
          least={0}
          most={1_000_000}
          step={0.001}
          onChange={(abs) => onChange({ ...change, abs })}
        />
        <NumberLine
          label={t('rel')}
          value={change.rel}
          least={0}
          most={1}
          step={0.001}
          onChange={(rel) => onChange({ ...change, rel })}
        />
      </>
    )
  if (change.kind !== 'key') return null
  const { key } = change
  return (
    <>
      {key.kind === 'choice' ? (
        <fieldset className={styles.whole}>
          <legend className={styles.about}>{t('right')}</legend>
          {question.options.map(({ id, text }) => (
            <label key={id} className={styles.check}>
              <input
                type="checkbox"
                checked={key.right.includes(id)}
                onChange={() => {
                  const right = key.right.includes(id) ? key.right.filter((one) => one !== id) : [...key.right, id]
                  if (right.length > 0) onChange({ ...change, key: { kind: 'choice', right } })
                }}
              />
              {text}
            </label>
          ))}
        </fieldset>
      ) : null}
      {key.kind === 'text' ? (
        <Labelled label={t('answers')} whole>
          {(id) => (
            <textarea
              id={id}
              className={styles.input}
              value={key.answers.join('\n')}
              onChange={(event) =>
                onChange({ ...change, key: { kind: 'text', answers: event.target.value.split('\n') } })
              }
            />
          )}
        </Labelled>
      ) : null}
      {key.kind === 'numbers' ? <NumberKeys question={question} change={change} onChange={onChange} /> : null}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={change.also}
          onChange={(event) => onChange({ ...change, also: event.target.checked })}
        />
        {t('also')}
      </label>
    </>
  )
}
