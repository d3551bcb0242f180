'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { ImportedRow } from '@/lib/sync/file-import'
import { Button } from '../controls/button'
import { ChoiceRow } from '../controls/choice-row'
import { Field } from '../controls/field'
import { saveFile } from '../controls/save-file'
import styles from './row-report.module.css'
import { useReasonWords } from './use-reason-words'

const pageSize = 50
const outcomes = ['imported', 'lossy', 'skipped'] as const
type Shown = 'all' | (typeof outcomes)[number]

/** Every row of a file with what becomes of it and why; those left out can be saved as they stand in the file. */
export function RowReport({ name, rows }: { readonly name: string; readonly rows: readonly ImportedRow[] }) {
  const t = useTranslations('import')
  const wordsOf = useReasonWords()
  const id = useId()
  const counts = useMemo(() => {
    const count = (outcome: Shown) => rows.filter((row) => row.outcome === outcome).length
    return { imported: count('imported'), lossy: count('lossy'), skipped: count('skipped') }
  }, [rows])
  const [shown, setShown] = useState<Shown>(counts.skipped > 0 ? 'skipped' : counts.lossy > 0 ? 'lossy' : 'all')
  const [sought, setSought] = useState('')
  const [most, setMost] = useState(pageSize)
  const words = useDeferredValue(sought.trim().toLowerCase())
  const fitting = useMemo(
    () =>
      rows.filter(
        (row) =>
          (shown === 'all' || row.outcome === shown) &&
          (words === '' ||
            [row.title, row.entry ?? '', ...row.reasons.map(wordsOf)].some((one) => one.toLowerCase().includes(words))),
      ),
    [rows, shown, words, wordsOf],
  )
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
        options={[
          { value: 'all', label: t('rows.all') },
          ...outcomes
            .filter((outcome) => counts[outcome] > 0)
            .map((value) => ({ value, label: `${t(`rows.${value}`)} ${counts[value]}` })),
        ]}
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
      <ol className={styles.rows}>
        {fitting.slice(0, most).map((row) => (
          <li key={`${row.entry} ${row.line} ${row.title}`} className={styles.row} data-outcome={row.outcome}>
            <p className={styles.place}>
              <span className={styles.outcome}>{t(`rows.${row.outcome}`)}</span>{' '}
              {row.entry === null ? null : `${row.entry} · `}
              {t('rows.line', { line: row.line })}
            </p>
            <p className={styles.what}>{row.title}</p>
            {row.reasons.length === 0 ? null : (
              <ul className={styles.reasons}>
                {row.reasons.map((reason, i) => (
                  <li key={`${i}:${reason.kind}`}>
                    {wordsOf(reason)}
                    {reason.detail === '' ? null : <span className={styles.detail}> {reason.detail}</span>}
                  </li>
                ))}
              </ul>
            )}
          </li>
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
