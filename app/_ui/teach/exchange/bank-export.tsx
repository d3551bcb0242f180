'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BankRefusal } from '@/lib/client/banks'
import { exportBank } from '@/lib/client/exchange/export-bank'
import { type ExportFormat, exportFormats } from '@/lib/client/exchange/export-messages'
import type { Language } from '@/lib/core/language'
import type { OwnBank } from '@/lib/sync/bank'
import { Button } from '../../controls/button'
import { ButtonLink } from '../../controls/button-link'
import { ChoiceRow } from '../../controls/choice-row'
import { Notice } from '../../controls/notice'
import { saveFile } from '../../controls/save-file'
import styles from './exchange.module.css'
import { type ExportedRow, ExportLosses } from './export-losses'

type State =
  | { readonly kind: 'asked' | 'busy' }
  | { readonly kind: 'done'; readonly rows: readonly ExportedRow[]; readonly file: string }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | { readonly kind: 'failed'; readonly message: string }

const variantsOf = ['1', '3', '6', '12'] as const

const fileName = (title: string, ending: string): string =>
  `${
    title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'bank'
  }${ending}`

/** A published bank as a file, as a paper, or with one's own memory. What each format loses is told before and after. */
export function BankExport({ bank }: { readonly bank: OwnBank }) {
  const t = useTranslations('exchange')
  const words = useTranslations('teach')
  const [to, setTo] = useState<ExportFormat>('markdown')
  const [language, setLanguage] = useState<Language>(bank.languages[0] ?? 'en')
  const [variants, setVariants] = useState<(typeof variantsOf)[number]>('6')
  const [state, setState] = useState<State>({ kind: 'asked' })
  if (bank.published === null || bank.state === 'retired') return null
  const write = async () => {
    setState({ kind: 'busy' })
    const wish = { bank: bank.id, language, to, variants: Number(variants), seed: bank.id }
    const made = await exportBank(wish)
    if (!made.ok)
      return setState(
        typeof made.error === 'string' ? { kind: 'refused', why: made.error } : { kind: 'failed', ...made.error },
      )
    const { ending, mime, data, rows } = made.value
    const file = fileName(bank.title, ending)
    saveFile(file, mime, new Uint8Array(data))
    setState({ kind: 'done', rows, file })
  }
  const busy = state.kind === 'busy'
  return (
    <section className={styles.panel} aria-labelledby="export-title">
      <h2 id="export-title" className={styles.heading}>
        {t('title')}
      </h2>
      <ChoiceRow
        legend={t('format')}
        name="export-format"
        value={to}
        options={exportFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        onChange={setTo}
      />
      <p className={styles.small}>{t(`about.${to}`)}</p>
      {to !== 'markdown' && bank.languages.length > 1 ? (
        <ChoiceRow
          legend={t('language')}
          name="export-language"
          value={language}
          options={bank.languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={setLanguage}
        />
      ) : null}
      {to === 'markdown' ? null : (
        <>
          <ChoiceRow
            legend={t('variants')}
            name="export-variants"
            value={variants}
            options={variantsOf.map((value) => ({ value, label: t('variantsValue', { count: Number(value) }) }))}
            onChange={setVariants}
          />
          <p className={styles.small}>{t('variantsHint')}</p>
        </>
      )}
      <p className={styles.buttons}>
        <Button busy={busy} onClick={() => void write()}>
          {t(busy ? 'writing' : 'write')}
        </Button>
        <ButtonLink href={`/teach/${bank.id}/print`}>{t('print')}</ButtonLink>
        <ButtonLink href={`/export?q=${encodeURIComponent(`deck:${bank.id}`)}`}>{t('withMemory')}</ButtonLink>
      </p>
      {state.kind === 'refused' ? <Notice tone="bad">{words(`refusals.${state.why}`)}</Notice> : null}
      {state.kind === 'failed' ? <Notice tone="bad">{t('failed', { message: state.message })}</Notice> : null}
      {state.kind === 'done' ? <ExportLosses file={state.file} rows={state.rows} /> : null}
    </section>
  )
}
