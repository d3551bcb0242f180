import { useFormatter, useTranslations } from 'next-intl'
import type { Explanation } from '@/lib/schedule/explain'
import styles from './sheet.module.css'
import { useShiftWords } from './use-shift-words'

/** What the memory model knows of the card, and with which parameters. */
export function WhyFacts({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('review.why')
  const format = useFormatter()
  const shiftWords = useShiftWords()
  const { state, recall, dueDate, lastDate, retention, longest, algorithm, parameters, lastShift, dueAfter } =
    explanation
  const { memory, reps, lapses } = state
  const day = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  const percent = (share: number) => format.number(share, { style: 'percent' })
  const known = memory.kind === 'new' ? null : memory
  const moved = lastShift ? lastShift.fuzz + lastShift.balance + lastShift.easy : 0
  const facts: readonly (readonly [string, string])[] = [
    ...(dueDate === null ? [] : [[t('due'), day(dueDate)] as const]),
    ...(lastDate === null ? [] : [[t('last'), day(lastDate)] as const]),
    ...(recall === null ? [] : [[t('retrievability'), percent(recall)] as const]),
    ...(known === null
      ? []
      : [
          [t('stability'), t('days', { value: Number(known.stability.toPrecision(3)) })] as const,
          [t('difficulty'), t('ofTen', { value: Number(known.difficulty.toFixed(1)) })] as const,
        ]),
    ...(lastShift === null || dueAfter === null
      ? []
      : [[t('moved'), t('movedFrom', { model: dueAfter - moved, shift: shiftWords(lastShift) })] as const]),
    [t('wanted'), percent(retention)],
    ...(longest < 36_500 ? [[t('longest'), t('days', { value: longest })] as const] : []),
    [
      t('parameters'),
      parameters === 'default' ? t('byDefault', { algorithm }) : t('fitted', { algorithm, parameters }),
    ],
    [t('reps'), t('times', { reps, lapses })],
  ]
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{t('meaning')}</p>
    </>
  )
}
