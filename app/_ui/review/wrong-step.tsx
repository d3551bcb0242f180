import { useTranslations } from 'next-intl'
import { MathText } from '@/app/_ui/blocks/math'
import { cellsInLine } from '@/app/_ui/trace/shown-cells'
import type { StepsMarked } from '@/lib/cards/workings-type'
import styles from './step-entry.module.css'

/** Which entered step went wrong first, what should have stood there, and the credit with the error carried forward. */
export function WrongStep({ marked }: { marked: StepsMarked }) {
  const t = useTranslations('compute.entry')
  const { first, right, of } = marked
  return (
    <div className={styles.found} data-right={first === null} role="status">
      {first === null ? (
        <p className={styles.headline}>
          <span aria-hidden="true">✓</span> {t('allRight', { of })}
        </p>
      ) : (
        <>
          <p className={styles.headline}>
            <span aria-hidden="true">✗</span> {t('first')}
            <span className={styles.name}>
              {first.label.math === null ? first.label.text : <MathText math={first.label.math} />}
            </span>
          </p>
          <p>
            {first.expected === null
              ? t('leadsNowhere', { had: cellsInLine(first.given, first.shape) })
              : t('follows', {
                  had: cellsInLine(first.given, first.shape),
                  expected: cellsInLine(first.expected, first.shape),
                })}
          </p>
          <p className={styles.hint}>{t('credit', { right, of })}</p>
        </>
      )}
    </div>
  )
}
