'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { ImportedRow, RowChoice } from '@/lib/sync/file-import'
import { choiceAt, type Decided, optionsOf, withChoice } from '@/lib/sync/row-choices'
import { Button } from '../controls/button'
import { ChoiceRow } from '../controls/choice-row'
import { Field } from '../controls/field'
import { saveFile } from '../controls/save-file'
import { RowItem } from './row-item'
import styles from './row-report.module.css'
import { useReasonWords } from './use-reason-words'

const pageSize = 50

/** Which rows are shown. `known` are here already and would be changed, `left` are left out by choice. */
const shownKinds = ['all', 'imported', 'lossy', 'skipped', 'known', 'left'] as const
type Shown = (typeof shownKinds)[number]

const isShown = (row: ImportedRow, choice: RowChoice, shown: Shown): boolean => {
  if (shown === 'all') return true
  if (shown === 'known') return row.brings.changed > 0
  return shown === 'left' ? choice === 'skip' : row.outcome === shown
}

/** Every row of a file with what becomes of it, why, and what its owner wants; those not read can be saved as they stand in the file. */
export function RowReport({
  name,
  rows,
  notes,
  decided,
  busy,
  onDecide,
}: {
  readonly name: string
  readonly rows: readonly ImportedRow[]
  /** Rows are notes of a package and have numbers, not lines. */
  readonly notes: boolean
  readonly decided: Decided
  readonly busy: boolean
  readonly onDecide: (decided: Decided) => void
}) {
  const t = useTranslations('import')
  const wordsOf = useReasonWords()
  const id = useId()
  const counts = useMemo(() => {
    const count = (shown: Shown) =>
      rows.filter((row, place) => isShown(row, choiceAt(rows, decided, place), shown)).length
    return {
      all: rows.length,
      imported: count('imported'),
      lossy: count('lossy'),
      skipped: count('skipped'),
      known: count('known'),
      left: count('left'),
    }
  }, [rows, decided])
  const [shown, setShown] = useState<Shown>(counts.skipped > 0 ? 'skipped' : counts.lossy > 0 ? 'lossy' : 'all')
  const [sought, setSought] = useState('')
  const [most, setMost] = useState(pageSize)
  const words = useDeferredValue(sought.trim().toLowerCase())
  const fitting = useMemo(
    () =>
      rows.flatMap((row, place) =>
        isShown(row, choiceAt(rows, decided, place), shown) &&
        (words === '' ||
          [row.title, row.entry ?? '', ...row.reasons.map(wordsOf)].some((one) => one.toLowerCase().includes(words)))
          ? [{ row, place }]
          : [],
      ),
    [rows, decided, shown, words, wordsOf],
  )
  const offered = (choice: RowChoice) =>
    fitting.flatMap(({ row, place }) => (optionsOf(row).includes(choice) ? [place] : []))
  const save = () => {
    const left = rows.filter(({ outcome }) => outcome === 'skipped')
    const text = left.map((row) => {
      const place = row.entry === null ? `${row.line}` : `${row.entry}:${row.line}`
      return [`// ${place}`, ...row.reasons.map((reason) => `// ${wordsOf(reason)}`), row.source].join('\n')
    })
    saveFile(`${name.replace(/\.\w+$/, '')}.${t('rows.file')}.txt`, 'text/plain', `${text.join('\n\n')}\n`)
  }
  return (
    <section className={styles.report} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={styles.title}>
        {t('rows.title')}
      </h3>
      <p>{t('rows.lead', counts)}</p>
      <ChoiceRow
        legend={t('rows.show')}
        name={`${id}-show`}
        value={shown}
        options={shownKinds
          .filter((kind) => kind === 'all' || kind === shown || counts[kind] > 0)
          .map((value) => ({ value, label: `${t(`rows.${value}`)} ${counts[value]}` }))}
        onChange={(next) => {
          setShown(next)
          setMost(pageSize)
        }}
      />
      <Field
        label={t('rows.find')}
        hint={t('rows.findHint')}
        value={sought}
        maxLength={100}
        onChange={(event) => setSought(event.target.value)}
      />
      {fitting.length === 0 ? <p role="status">{t('rows.none')}</p> : null}
      <p className={styles.buttons}>
        {(['take', 'both', 'skip'] as const).map((choice) => {
          const places = offered(choice)
          if (places.length < 2) return null
          return (
            <Button key={choice} disabled={busy} onClick={() => onDecide(withChoice(rows, decided, places, choice))}>
              {t(`choice.all.${choice}`, { count: places.length })}
            </Button>
          )
        })}
      </p>
      <ol className={styles.rows}>
        {fitting.slice(0, most).map(({ row, place }) => (
          <RowItem
            key={place}
            row={row}
            isNote={notes}
            choice={choiceAt(rows, decided, place)}
            busy={busy}
            onChoose={(next) => onDecide(withChoice(rows, decided, [place], next))}
          />
        ))}
      </ol>
      <p className={styles.buttons}>
        {fitting.length > most ? (
          <Button onClick={() => setMost(most + pageSize)}>
            {t('rows.more', { count: Math.min(pageSize, fitting.length - most) })}
          </Button>
        ) : null}
        {counts.skipped > 0 ? (
          <Button weight="quiet" onClick={save}>
            {t('rows.download')}
          </Button>
        ) : null}
      </p>
    </section>
  )
}
