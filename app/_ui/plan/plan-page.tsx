'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Plan } from '@/lib/schedule/plan'
import { Notice } from '../controls/notice'
import { useLearner } from '../learner/use-learner'
import settings from '../settings/settings.module.css'
import { type ChangePlan, usePlan } from './use-plan'

/** A page over the learner's plan: waiting, failing and leading back are the same for each. */
export function PlanPage({
  children,
}: {
  readonly children: (learner: Learner, plan: Plan, change: ChangePlan) => ReactNode
}) {
  const t = useTranslations('plan')
  const shell = useTranslations('shell')
  const learner = useLearner()
  const open = learner?.ok ? learner.value : null
  const { plan, change, failed } = usePlan(open)
  return (
    <div className={settings.settings}>
      {learner && !learner.ok && learner.error === 'not-loaded' ? (
        <Notice tone="bad">{shell('notLoaded.text')}</Notice>
      ) : (learner && !learner.ok) || plan.kind === 'failed' ? (
        <Notice tone="bad">{t('unreadable')}</Notice>
      ) : open === null || plan.kind === 'loading' ? (
        <div className={settings.waiting} aria-busy="true" aria-label={t('loading')} role="status" />
      ) : (
        children(open, plan.value, change)
      )}
      {failed && <Notice tone="bad">{t('notKept')}</Notice>}
      <p>
        <Link href="/settings" prefetch={false}>
          {t('back')}
        </Link>
      </p>
    </div>
  )
}
