import { useTranslations } from 'next-intl'
import type { ExamPlan } from '@/lib/exam/prepare/plan-exam'
import styles from './exam.module.css'

/** What does not fit into the time there is, said plainly; nothing where all fits. */
export function Unreached({ plan }: { readonly plan: ExamPlan }) {
  const t = useTranslations('prepare')
  if (plan.unreached === 0 || plan.wanting === null) return null
  return (
    <p className={styles.told}>
      {t('unreached', { cards: plan.unreached, minutes: Math.max(1, Math.ceil(plan.wanting / 60)) })}
    </p>
  )
}
