'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import {
  canNotify,
  type Place,
  type Reminders as ReminderState,
  readReminders,
  setHours,
  subscribe,
  unsubscribe,
} from '@/lib/client/reminders'
import type { Language } from '@/lib/core/language'
import { Notice } from '../controls/notice'
import { CalendarFeed } from './calendar-feed'
import { Group } from './group'
import { HourSetting } from './hour-setting'
import { Row } from './row'

type Read =
  | { readonly kind: 'loading' | 'offline' | 'signed-out' }
  | { readonly kind: 'read'; readonly state: ReminderState }
type Problem = 'remindersFailed' | 'pushRefused'

const fetchHere: typeof fetch = (input, init) => globalThis.fetch(input, init)

/** Three quiet ways to be reminded, all off until chosen. */
export function Reminders({ learner, language }: { learner: Learner; language: Language }) {
  const t = useTranslations('settings')
  const [read, setRead] = useState<Read>({ kind: 'loading' })
  const [place, setPlace] = useState<Place>({ language, dayStartsAt: 4 })
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    void readReminders(fetchHere).then((answer) =>
      setRead(
        answer.ok
          ? { kind: 'read', state: answer.value }
          : { kind: answer.error === 'signed-out' ? 'signed-out' : 'offline' },
      ),
    )
    void learner.plan().then(({ dayStartsAt }) => setPlace({ language, dayStartsAt }))
  }, [learner, language])
  if (read.kind !== 'read') {
    const words = { loading: 'checking', offline: 'remindersOffline', 'signed-out': 'remindersNobody' } as const
    return (
      <Group title={t('reminders')}>
        <Row label={t(words[read.kind])}>{null}</Row>
      </Group>
    )
  }
  const { state } = read
  const change = async (hours: Partial<Pick<ReminderState, 'pushHour' | 'mailHour'>>) => {
    setProblem(null)
    const answer = await setHours(fetchHere, place, { pushHour: state.pushHour, mailHour: state.mailHour, ...hours })
    if (answer.ok) setRead({ kind: 'read', state: { ...state, ...answer.value } })
    else setProblem('remindersFailed')
  }
  const changePush = async (pushHour: number | null) => {
    if (pushHour === null) await unsubscribe(fetchHere)
    else if (state.pushKey !== null) {
      const made = await subscribe(fetchHere, state.pushKey)
      if (!made.ok) return setProblem(made.error === 'not-allowed' ? 'pushRefused' : 'remindersFailed')
    }
    await change({ pushHour })
  }
  return (
    <Group title={t('reminders')}>
      <CalendarFeed
        fetch={fetchHere}
        place={place}
        madeAt={state.calendarAt}
        onChange={(calendarAt) => setRead({ kind: 'read', state: { ...state, calendarAt } })}
      />
      {state.pushKey !== null && canNotify() && (
        <HourSetting
          label={t('push')}
          hint={t('pushHint')}
          value={state.pushHour}
          onChange={(hour) => void changePush(hour)}
        />
      )}
      {state.mail && (
        <HourSetting
          label={t('mail')}
          hint={t('mailHint')}
          value={state.mailHour}
          onChange={(mailHour) => void change({ mailHour })}
        />
      )}
      {problem && <Notice tone="bad">{t(problem)}</Notice>}
    </Group>
  )
}
