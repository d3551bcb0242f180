import { useTranslations } from 'next-intl'
import type { Explanation } from '@/lib/schedule/explain'
import { intervalLabel } from '@/lib/schedule/label'
import { useShiftWords } from './use-shift-words'
import styles from './why-date.module.css'

/** The four outcomes: what the button says, what the model alone would say, and why they differ. */
export function WhyOutcomes({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('review.why')
  const word = useTranslations('review')
  const shiftWords = useShiftWords()
  return (
    <section>
      <h3 className={styles.heading}>{t('next')}</h3>
      <table className={styles.table}>
        <thead className="heard">
          <tr>
            <th>{t('column.grade')}</th>
            <th>{t('column.interval')}</th>
            <th>{t('column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {explanation.outcomes.map(({ grade, interval, base, shift, memory }) => {
            const label = intervalLabel(interval)
            return (
              <tr key={grade}>
                <th scope="row">{word(`grade.${grade}`)}</th>
                <td className={styles.number}>{word(`interval.${label.unit}`, { value: label.value })}</td>
                <td className={styles.reason}>
                  {base === null || shift === null ? t('step') : t('model', { days: base, shift: shiftWords(shift) })}
                  {memory.kind === 'new' ? null : (
                    <span className={styles.after}>
                      {t('after', { stability: Number(memory.stability.toPrecision(3)) })}
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
