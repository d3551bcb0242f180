'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Load } from '@/lib/schedule/plan-change'
import { noonOf } from './dates'
import { LoadChoice } from './load-choice'
import styles from './plan.module.css'

/** Study day 3 was a Sunday. */
const sunday = 3
/** Monday first, as most of the world writes a week. */
const order = [1, 2, 3, 4, 5, 6, 0]

/** How much each day of the week may ask. */
export function Weekdays({
  loads,
  onChange,
}: {
  readonly loads: readonly Load[]
  readonly onChange: (loads: readonly Load[]) => void
}) {
  const t = useTranslations('plan')
  const format = useFormatter()
  return (
    <>
      <p className={styles.note}>{t('weekdaysHint')}</p>
      <div className={styles.week}>
        {order.map((index) => {
          const name = format.dateTime(noonOf(sunday + index), { weekday: 'long', timeZone: 'UTC' })
          return (
            <div key={index} className={styles.weekday}>
              <span>{name}</span>
              <LoadChoice
                legend={name}
                name={`weekday-${index}`}
                value={loads[index] ?? 'full'}
                onChange={(load) => onChange(loads.map((one, i) => (i === index ? load : one)))}
              />
            </div>
          )
        })}
      </div>
    </>
  )
}
