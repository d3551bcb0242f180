'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { fitOnServer, storedSets } from '@/lib/client/parameters'
import { type FitAnswer, leastItems } from '@/lib/schedule/fit/report'
import type { Plan } from '@/lib/schedule/plan'
import { shortName } from '@/lib/schedule/weights'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { useReading } from '../learner/use-reading'
import { Group } from '../settings/group'
import { Row } from '../settings/row'
import { FitTable } from './fit-table'
import styles from './plan.module.css'
import type { ChangePlan } from './use-plan'

type Asked = FitAnswer | { readonly kind: 'offline' | 'signed-out' | 'server' | 'too-many' } | null

/** Grades in this learner's memory; a fit before there are enough of them only says so. */
const countGrades = async (learner: Learner): Promise<number> =>
  [...(await learner.store.states()).values()].reduce((sum, { reps }) => sum + reps, 0)

const fetchHere = (input: string, init?: RequestInit) => globalThis.fetch(input, init)

/** Fits the model to the learner, says how good the fit is, and takes it back. */
export function FitPanel({
  learner,
  plan,
  change,
}: {
  readonly learner: Learner
  readonly plan: Plan
  readonly change: ChangePlan
}) {
  const t = useTranslations('plan.fit')
  const format = useFormatter()
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<Asked>(null)
  const read = useCallback(() => storedSets(fetchHere), [])
  const stored = useReading(learner, read)
  const sets = stored.kind === 'read' && stored.value.ok ? stored.value.value.sets : []
  const grades = useReading(learner, countGrades)
  const few = grades.kind === 'read' && grades.value < leastItems ? grades.value : null
  const nameOf = (parameters: string) => (parameters === 'default' ? t('defaults') : shortName(parameters))

  const askForFit = async () => {
    setBusy(true)
    // What the server has not heard of cannot be fitted to.
    await learner.outbox.drain()
    const answer = await fitOnServer(fetchHere)
    setBusy(false)
    if (answer.ok) setAsked(answer.value)
    else setAsked({ kind: answer.error.status === 429 ? 'too-many' : answer.error.reason })
  }

  return (
    <Group title={t('title')}>
      <p className={styles.note}>{t('hint')}</p>
      <Row label={t('inUse')} hint={plan.parameters === 'default' ? t('defaultsHint') : t('fittedHint')}>
        <code>{nameOf(plan.parameters)}</code>
        {plan.parameters === 'default' ? null : (
          <Button onClick={() => change({ about: 'parameters', name: 'default' })}>{t('toDefaults')}</Button>
        )}
      </Row>
      <div className={styles.form}>
        <Button weight={few === null ? 'primary' : 'secondary'} busy={busy} onClick={() => void askForFit()}>
          {busy ? t('busy') : t('start')}
        </Button>
      </div>
      {few === null ? null : <p className={styles.note}>{t('few', { reviews: few, needed: leastItems })}</p>}
      {asked === null ? null : asked.kind === 'better' || asked.kind === 'no-better' ? (
        <>
          <Notice tone={asked.kind === 'better' ? 'good' : 'plain'} title={t(`${asked.kind}.title`)}>
            <p>{t(`${asked.kind}.text`, { reviews: asked.report.reviews, judged: asked.report.judged })}</p>
          </Notice>
          <FitTable report={asked.report} />
          {asked.kind === 'better' && asked.name !== plan.parameters ? (
            <div className={styles.form}>
              <Button weight="primary" onClick={() => change({ about: 'parameters', name: asked.name })}>
                {t('use')}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <Notice tone={asked.kind === 'too-few' ? 'plain' : 'bad'} title={t(`${asked.kind}.title`)}>
          <p>
            {t(`${asked.kind}.text`, asked.kind === 'too-few' ? { reviews: asked.reviews, needed: asked.needed } : {})}
          </p>
        </Notice>
      )}
      {sets.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{t('earlier')}</h3>
          <ul className={styles.list}>
            {sets.map(({ name, fittedAt, report }) => (
              <li key={name} className={styles.item}>
                <span>
                  {t('set', {
                    name: shortName(name),
                    date: format.dateTime(new Date(fittedAt), { dateStyle: 'medium' }),
                    reviews: report.reviews,
                    loss: format.number(report.fitted.logLoss, { maximumFractionDigits: 4 }),
                  })}
                </span>
                {name === plan.parameters ? (
                  <strong>{t('current')}</strong>
                ) : (
                  <Button weight="quiet" onClick={() => change({ about: 'parameters', name })}>
                    {t('useThis')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Group>
  )
}
