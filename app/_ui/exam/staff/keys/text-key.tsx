'use client'

import { useTranslations } from 'next-intl'
import { Labelled } from '../labelled'
import styles from '../staff.module.css'
import type { KeyEditor, KeyFieldsProps } from './key-editor'

/** Accepted spellings, one a line. */
function Fields({ change, onChange }: KeyFieldsProps) {
  const t = useTranslations('examining.marking')
  const { key } = change
  if (key.kind !== 'text') return null
  return (
    <Labelled label={t('answers')} whole>
      {(id) => (
        <textarea
          id={id}
          className={styles.input}
          value={key.answers.join('\n')}
          onChange={(event) => onChange({ ...change, key: { kind: 'text', answers: event.target.value.split('\n') } })}
        />
      )}
    </Labelled>
  )
}

export const textKey: KeyEditor = {
  kind: 'text',
  tolerant: false,
  first: ({ keys: [own] }) =>
    own?.key.kind === 'text'
      ? { kind: 'key', form: null, also: false, key: { kind: 'text', answers: own.key.answers } }
      : null,
  ready: ({ key }) => key.kind === 'text' && key.answers.some((answer) => answer.trim() !== ''),
  Fields,
}
