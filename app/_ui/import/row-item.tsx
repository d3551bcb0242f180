'use client'

import { useTranslations } from 'next-intl'
import { type ImportedRow, type RowChoice, rowChoices } from '@/lib/sync/file-import'
import { optionsOf } from '@/lib/sync/row-choices'
import shared from './import.module.css'
import styles from './row-report.module.css'
import { useReasonWords } from './use-reason-words'

/** Reasons whose detail is a sentence of the deck's reader, in English; any other's is a piece of the file. */
const saidByReader: ReadonlySet<string> = new Set(['cannot-be-set', 'simplified'])

/** One row with its place, what it asks, why it comes otherwise, and what is to be done with it. */
export function RowItem({
  row,
  isNote,
  choice,
  busy,
  onChoose,
}: {
  readonly row: ImportedRow
  readonly isNote: boolean
  readonly choice: RowChoice
  readonly busy: boolean
  readonly onChoose: (choice: RowChoice) => void
}) {
  const t = useTranslations('import')
  const wordsOf = useReasonWords()
  return (
    <li className={styles.row} data-outcome={row.outcome} data-choice={choice}>
      <p className={styles.place}>
        <span className={styles.outcome}>{t(`rows.${row.outcome}`)}</span>{' '}
        {row.entry === null ? null : `${row.entry} · `}
        {t(isNote ? 'rows.note' : 'rows.line', { line: row.line })}
      </p>
      <p>{row.title}</p>
      {row.reasons.length === 0 ? null : (
        <ul className={styles.reasons}>
          {row.reasons.map((reason, i) => (
            <li key={`${i}:${reason.kind}`}>
              {wordsOf(reason)}
              {reason.detail === '' ? null : (
                <span className={styles.detail} lang={saidByReader.has(reason.kind) ? 'en' : undefined}>
                  {' '}
                  {reason.detail}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <RowChoiceSelect row={row} choice={choice} disabled={busy} onChoose={onChoose} />
    </li>
  )
}

/** Nothing to choose where a row changes nothing. */
function RowChoiceSelect({
  row,
  choice,
  disabled,
  onChoose,
}: {
  readonly row: ImportedRow
  readonly choice: RowChoice
  readonly disabled: boolean
  readonly onChoose: (choice: RowChoice) => void
}) {
  const t = useTranslations('import.choice')
  const options = optionsOf(row)
  if (options.length === 0) return row.outcome === 'skipped' ? null : <p className={styles.here}>{t('here')}</p>
  const isKnown = row.brings.changed > 0
  return (
    <select
      className={shared.select}
      aria-label={t('of', { title: row.title })}
      value={choice}
      disabled={disabled}
      onChange={(event) => {
        const chosen = rowChoices.find((one) => one === event.target.value)
        if (chosen !== undefined) onChoose(chosen)
      }}
    >
      {options.map((one) => (
        <option key={one} value={one}>
          {t(isKnown ? `known.${one}` : `fresh.${one}`)}
        </option>
      ))}
    </select>
  )
}
