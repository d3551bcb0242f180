import { useTranslations } from 'next-intl'
import type { Marks } from '@/lib/view/chart'
import styles from './levels.module.css'
import { writeLabel, writePercent } from './write-label'

/** How much of a whole, one line each. */
export function Levels({ marks, locale }: { marks: Extract<Marks, { kind: 'levels' }>; locale: string }) {
  const t = useTranslations('charts')
  return (
    <div className={styles.levels}>
      {marks.levels.map(({ label, value, of }, index) => (
        <div key={index} className={styles.line}>
          <span className={styles.name}>{writeLabel(label, locale, t, 'short')}</span>
          <span className={styles.scale}>
            <span className={styles.level} style={{ inlineSize: `${(100 * value) / of}%` }} />
          </span>
          <span className={styles.number}>
            {writePercent(value / of, locale)} <small>{t('of', { of })}</small>
          </span>
        </div>
      ))}
    </div>
  )
}
