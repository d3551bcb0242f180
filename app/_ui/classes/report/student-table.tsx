'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { behindBy } from '@/lib/classes/charts'
import type { StudentReport } from '@/lib/sync/class-report'
import { ScrollFrame } from '../../blocks/scroll-frame'
import styles from '../classes.module.css'
import { dateOfDay } from '../day'

/** Every student of the class, those who are furthest behind first. */
export function StudentTable({ standings }: { readonly standings: readonly StudentReport[] }) {
  const t = useTranslations('classes.report')
  const nameless = useTranslations('classes.manage')('nameless')
  const format = useFormatter()
  const sorted = [...standings].sort((a, b) => behindBy(b) - behindBy(a) || a.name.localeCompare(b.name))
  if (sorted.length === 0) return null
  return (
    <section className={styles.section}>
      <h2>{t('students')}</h2>
      <ScrollFrame label={t('students')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['name', 'onTrack', 'begun', 'week', 'recalled', 'last'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => {
              const behind = behindBy(one)
              return (
                <tr key={one.id}>
                  <th scope="row">
                    {one.name || one.email || nameless} <span className={styles.quiet}>{one.number}</span>
                  </th>
                  <td className={behind > 0 ? styles.behind : undefined}>
                    {behind > 0 ? t('behind', { cards: behind }) : '✓'}
                  </td>
                  <td className={styles.figure}>{one.decks.reduce((sum, { begun }) => sum + begun, 0)}</td>
                  <td>{t('weekValue', one.week)}</td>
                  <td className={styles.figure}>
                    {one.recalled.of === 0
                      ? '–'
                      : format.number(one.recalled.right / one.recalled.of, { style: 'percent' })}
                  </td>
                  <td>
                    {one.lastDay === null
                      ? t('never')
                      : format.dateTime(dateOfDay(one.lastDay), { month: 'short', day: 'numeric', timeZone: 'UTC' })}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  )
}
