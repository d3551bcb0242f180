import { useFormatter, useTranslations } from 'next-intl'
import type { CurrentCard } from '@/lib/client/session-state'
import { Sheet } from './sheet'
import styles from './sheet.module.css'

/** Why the card is here today and when each grade would bring it back: the memory model's own numbers, in words. */
export function WhyDate({ current, onClose }: { current: CurrentCard; onClose: () => void }) {
  const t = useTranslations('review.why')
  const interval = useTranslations('review')
  const format = useFormatter()
  const { why, choices, state } = current
  const day = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  const facts: readonly (readonly [string, string])[] = [
    ...(why.dueDate === null ? [] : [[t('due'), day(why.dueDate)] as const]),
    ...(why.lastDate === null ? [] : [[t('last'), day(why.lastDate)] as const]),
    ...(why.retrievability === null
      ? []
      : [[t('retrievability'), format.number(why.retrievability, { style: 'percent' })] as const]),
    ...(why.stabilityDays === null
      ? []
      : [[t('stability'), t('days', { value: Number(why.stabilityDays.toPrecision(2)) })] as const]),
    ...(why.difficulty === null
      ? []
      : [[t('difficulty'), t('ofTen', { value: Number(why.difficulty.toFixed(1)) })] as const]),
    [t('reps'), t('times', { reps: why.reps, lapses: why.lapses })],
  ]
  return (
    <Sheet title={t('title')} onClose={onClose}>
      <p>{t(`because.${state.memory.kind}`)}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      <h3>{t('next')}</h3>
      <dl className={styles.facts}>
        {choices.map(({ grade, label }) => (
          <Fact
            key={grade}
            name={interval(`grade.${grade}`)}
            value={interval(`interval.${label.unit}`, { value: label.value })}
          />
        ))}
      </dl>
      <p className={styles.quiet}>{t('meaning')}</p>
    </Sheet>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
