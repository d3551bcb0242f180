'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AsideButton } from '@/app/_ui/controls/aside-button'
import { scientific } from '@/app/_ui/trace/scientific'
import { type BankResult, worstFirst } from '@/lib/client/engine-trial/bank-run'
import styles from './engine.module.css'

const first = 20

/** The questions with what was found, the worst first. */
export function BankTable({ results }: { results: readonly BankResult[] }) {
  const t = useTranslations('engine')
  const [all, setAll] = useState(false)
  const sorted = worstFirst(results)
  const shown = all ? sorted : sorted.slice(0, first)
  return (
    <>
      <table className={styles.table}>
        <caption className="heard">{t('table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.question')}</th>
            <th scope="col">{t('table.verdict')}</th>
            <th scope="col" className={styles.number}>
              {t('table.difference')}
            </th>
            <th scope="col">{t('table.place')}</th>
            <th scope="col" className={styles.number}>
              {t('table.time')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((result) => (
            <Row key={result.question.id} result={result} />
          ))}
        </tbody>
      </table>
      {sorted.length <= first ? null : (
        <AsideButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('table.fewer', { first }) : t('table.all', { count: sorted.length })}
        </AsideButton>
      )}
    </>
  )
}

function Row({ result }: { result: BankResult }) {
  const t = useTranslations('engine')
  const { question } = result
  const report = result.kind === 'ran' ? result.report : null
  const good = report?.agreed ?? false
  return (
    <tr>
      <th scope="row">
        <span className={styles.topic}>{question.topic}</span> <code className={styles.id}>{question.id}</code>
      </th>
      <td className={good ? styles.agrees : styles.differs}>
        <span aria-hidden="true">{good ? '✓' : '✗'}</span>{' '}
        {result.kind === 'refused' ? t(`table.refused.${result.reason}`) : t(good ? 'table.agrees' : 'table.differs')}
      </td>
      <td className={styles.number}>{report === null ? '–' : scientific(report.agreement)}</td>
      <td>{report === null ? '–' : t(report.onGpu ? 'table.gpu' : 'table.cpu')}</td>
      <td className={styles.number}>
        {report === null ? '–' : t('ms', { value: String(Math.max(1, Math.round(report.milliseconds))) })}
      </td>
    </tr>
  )
}
