'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { KeyOf } from '@/lib/cards/marking/key'
import { withMinus, writeKey } from '@/lib/compute/marking/write-number'
import { Labelled } from '../labelled'
import styles from '../staff.module.css'
import type { KeyEditor, KeyFieldsProps } from './key-editor'
import { readCells } from './read-cells'

type Ask = KeyOf<'numbers'>['asks'][number]

interface AskLineProps {
  readonly ask: Ask
  /** Null where the line cannot be read. */
  readonly onRead: (cells: readonly number[] | null) => void
}

/** The cells of one ask in a line, row by row. One that cannot be read whole is said to be so, and changes nothing. */
function AskLine({ ask, onRead }: AskLineProps) {
  const t = useTranslations('examining.marking')
  const [line, setLine] = useState(() => ask.key.map((cell) => withMinus(writeKey(ask, cell))).join('  '))
  const whole = readCells(line, ask.key.length) !== null
  return (
    <Labelled label={t('number', { ask: ask.name, cells: ask.key.length })}>
      {(id) => (
        <>
          <input
            id={id}
            className={styles.input}
            value={line}
            aria-invalid={!whole}
            onChange={(event) => {
              setLine(event.target.value)
              onRead(readCells(event.target.value, ask.key.length))
            }}
          />
          {whole ? null : (
            <p className={styles.about} role="status">
              {t('numberFault', { cells: ask.key.length })}
            </p>
          )}
        </>
      )}
    </Labelled>
  )
}

function Fields({ question, change, onChange }: KeyFieldsProps) {
  const t = useTranslations('examining.marking')
  const own = question.keys.find(({ form }) => form === change.form)?.key
  const { key } = change
  if (own?.kind !== 'numbers' || key.kind !== 'numbers') return null
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
        <AskLine
          key={`${change.form} ${ask.name}`}
          ask={ask}
          onRead={(cells) => {
            const { [ask.name]: _, ...others } = key.keys
            const keys = cells === null ? others : { ...others, [ask.name]: cells }
            onChange({ ...change, key: { kind: 'numbers', keys } })
          }}
        />
      ))}
    </>
  )
}

/** Numbers belong to one showing; of another they would be the wrong ones. */
export const numbersKey: KeyEditor = {
  kind: 'numbers',
  tolerant: true,
  first: ({ keys: [own] }) =>
    own?.key.kind === 'numbers'
      ? { kind: 'key', form: own.form, also: true, key: { kind: 'numbers', keys: {} } }
      : null,
  ready: ({ key }) => key.kind === 'numbers' && Object.keys(key.keys).length > 0,
  Fields,
}
