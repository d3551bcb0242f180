'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId, useState } from 'react'
import { classPath } from '@/lib/client/classes'
import { flag, integer, list, nullable, object, oneOf, text } from '@/lib/core/decode'
import { Button } from '../../controls/button'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { useClassDeed } from '../use-class-deed'
import { decodeSeatLinkList, type SeatLink, SeatLinks } from './seat-links'

const decode = object({
  rows: list(
    object({
      line: integer(1, 1_000_000),
      name: text(3000),
      number: text(3000),
      label: text(3000),
      fault: nullable(oneOf(['no-name', 'too-long', 'control', 'twice'])),
      there: flag,
    }),
    1000,
  ),
  links: decodeSeatLinkList,
})
type Told = Extract<ReturnType<typeof decode>, { readonly ok: true }>['value']

/** Takes a class list in: first every row is told, then students are made and their links shown. */
export function ClassListPanel({ id, onChange }: { readonly id: string; readonly onChange: () => void }) {
  const t = useTranslations('classes.manage')
  const area = useId()
  const [source, setSource] = useState('')
  const [rows, setRows] = useState<Told['rows'] | null>(null)
  const [links, setLinks] = useState<readonly SeatLink[]>([])
  const { busy, refused, run } = useClassDeed()
  const take = async (trial: boolean) => {
    const told = await run(classPath(id, 'list'), decode, { method: 'POST', body: { text: source, trial } })
    if (!told) return setRows(null)
    if (trial) return setRows(told.rows)
    setRows(null)
    setLinks(told.links)
    setSource('')
    onChange()
  }
  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file) setSource(await file.text())
    setRows(null)
  }
  const fresh = rows?.filter(({ fault, there }) => fault === null && !there).length ?? 0
  return (
    <section className={styles.section}>
      <div className={`${styles.form} ${styles.onScreen}`}>
        <h2>{t('list')}</h2>
        <p>{t('listLead')}</p>
        <label className={styles.label} htmlFor={area}>
          {t('listText')}
        </label>
        <textarea
          id={area}
          className={styles.area}
          value={source}
          placeholder={t('listPlaceholder')}
          spellCheck={false}
          onChange={(event) => {
            setSource(event.target.value)
            setRows(null)
          }}
        />
        <label className={styles.label}>
          {t('listFile')}
          <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void open(event)} />
        </label>
        <Button busy={busy && rows === null} disabled={source.trim() === ''} onClick={() => void take(true)}>
          {t('listTry')}
        </Button>
        <DeedRefused why={refused} />
      </div>
      {rows === null ? null : (
        <div className={styles.onScreen}>
          <ul className={styles.list} role="status">
            {rows.map((row) => (
              <li key={row.line}>
                <span className={styles.quiet}>{t('line', { line: row.line })}</span> {row.name} {row.number}:{' '}
                {t(`row.${row.fault ?? (row.there ? 'there' : 'new')}`)}
              </li>
            ))}
          </ul>
          <Button weight="primary" busy={busy} disabled={fresh === 0} onClick={() => void take(false)}>
            {t('listTake', { count: fresh })}
          </Button>
        </div>
      )}
      <SeatLinks links={links} />
    </section>
  )
}
