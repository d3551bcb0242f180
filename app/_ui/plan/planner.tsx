'use client'

import { useTranslations } from 'next-intl'
import { deviceClock, momentAt } from '@/lib/client/clock'
import type { Language } from '@/lib/core/language'
import { studyDay } from '@/lib/schedule/study-day'
import { ChoiceRow } from '../controls/choice-row'
import { Group } from '../settings/group'
import { Row } from '../settings/row'
import { Breaks } from './breaks'
import { CatchUp } from './catch-up'
import { DayStart } from './day-start'
import { EasyDays } from './easy-days'
import { PlanPage } from './plan-page'
import { SetAside } from './set-aside'
import { Weekdays } from './weekdays'

/** When the learner studies: easy weekdays and days, breaks, a backlog, and when a day begins. */
export function Planner({ language }: { language: Language }) {
  const t = useTranslations('plan')
  return (
    <PlanPage>
      {(learner, plan, change) => {
        const today = studyDay(momentAt(deviceClock, deviceClock.now(), plan.dayStartsAt))
        return (
          <>
            <Group title={t('weekdays')}>
              <Weekdays loads={plan.weekdays} onChange={(loads) => change({ about: 'weekdays', loads })} />
            </Group>
            <Group title={t('days')}>
              <EasyDays plan={plan} today={today} change={change} />
            </Group>
            <Group title={t('breaks')}>
              <Breaks plan={plan} today={today} change={change} learner={learner} language={language} />
            </Group>
            <Group title={t('backlog')}>
              <CatchUp plan={plan} change={change} learner={learner} language={language} />
            </Group>
            <SetAside learner={learner} language={language} />
            <Group title={t('spreading')}>
              <Row label={t('balance')} hint={t('balanceHint')}>
                <ChoiceRow
                  legend={t('balance')}
                  name="balance"
                  value={plan.balance ? 'on' : 'off'}
                  options={[
                    { value: 'on', label: t('on') },
                    { value: 'off', label: t('off') },
                  ]}
                  onChange={(value) => change({ about: 'balance', on: value === 'on' })}
                />
              </Row>
              <DayStart hour={plan.dayStartsAt} onChange={(hour) => change({ about: 'day-start', hour })} />
            </Group>
          </>
        )
      }}
    </PlanPage>
  )
}
