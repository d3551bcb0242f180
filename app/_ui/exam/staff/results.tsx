'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { decodeStatistics } from '@/lib/client/exam/decode-staff'
import type { Language } from '@/lib/core/language'
import type { ItemStatistics } from '@/lib/exam/statistics'
import { ExamRefused } from '../exam-refused'
import styles from './staff.module.css'
import { useAsked } from './use-asked'

function ItemCells({ statistics }: { readonly statistics: ItemStatistics | null }) {
  const t = useTranslations('examining.results')
  const format = useFormatter()
  if (statistics === null) return <td colSpan={4}>{t('unknown')}</td>
  const share = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const { mean, discrimination, medianMs, mistakes, forms } = statistics
  return (
    <>
      <td>{share(mean)}</td>
      <td>{discrimination === null ? t('unknown') : format.number(discrimination, { maximumFractionDigits: 2 })}</td>
      <td>{medianMs === null ? t('unknown') : t('seconds', { seconds: Math.round(medianMs / 1000) })}</td>
      <td>
        {mistakes.map(({ name, count }) => (
          <div key={name}>
            {name} × {count}
          </div>
        ))}
        {forms
          .filter(({ drifts }) => drifts)
          .map(({ form, mean: own }) => (
            <div key={form}>{t('drift', { form: form + 1, mean: share(own) })}</div>
          ))}
      </td>
    </>
  )
}

/** How the exam and each of its questions went. */
export function Results({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('examining.results')
  const words = useTranslations('exam')
  const format = useFormatter()
  const path = `/${encodeURIComponent(id)}`
  const [asked, read] = useAsked(`${path}/statistics?language=${language}`, decodeStatistics)
  if (asked.kind === 'loading') return <p role="status">{words('loading')}</p>
  if (asked.kind === 'refused') return <ExamRefused why={asked.why} onRetry={() => void read()} />
  const { marked, meanShare, items } = asked.value
  if (marked === 0) return <p className={styles.about}>{t('none')}</p>
  return (
    <div className={styles.stack}>
      <p>
        {t('marked', {
          count: marked,
          share: format.number(meanShare, { style: 'percent', maximumFractionDigits: 0 }),
        })}
      </p>
      <p>
        <a href={`/api/exams${path}/results`} download="results.csv">
          {t('csv')}
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the arrow keys */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('item')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['item', 'mean', 'discrimination', 'time', 'mistakes'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ item, text, statistics }) => (
              <tr key={item}>
                <th scope="row">{text}</th>
                <ItemCells statistics={statistics} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.about}>{t('hint')}</p>
    </div>
  )
}
