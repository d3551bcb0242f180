'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Fetch } from '@/lib/client/fetch-json'
import { makeCalendar, type Place, removeCalendar } from '@/lib/client/reminders'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { Row } from './row'
import styles from './settings.module.css'

/** A secret address that a calendar program subscribes to. It is shown once; the server keeps no copy of the secret. */
export function CalendarFeed({
  fetch,
  place,
  madeAt,
  onChange,
}: {
  readonly fetch: Fetch
  readonly place: Place
  readonly madeAt: number | null
  readonly onChange: (madeAt: number | null) => void
}) {
  const t = useTranslations('settings')
  const format = useFormatter()
  const [address, setAddress] = useState<string | null>(null)
  const [stage, setStage] = useState<'ready' | 'busy' | 'failed'>('ready')
  const make = async () => {
    setStage('busy')
    const made = await makeCalendar(fetch, place)
    setStage(made.ok ? 'ready' : 'failed')
    if (!made.ok) return
    setAddress(location.origin + made.value.path)
    onChange(made.value.calendarAt)
  }
  const remove = async () => {
    setStage('busy')
    const removed = await removeCalendar(fetch)
    setStage(removed.ok ? 'ready' : 'failed')
    if (!removed.ok) return
    setAddress(null)
    onChange(null)
  }
  const hint =
    madeAt === null
      ? t('calendarHint')
      : t('calendarMade', { date: format.dateTime(new Date(madeAt), { dateStyle: 'medium' }) })
  return (
    <Row label={t('calendar')} hint={hint}>
      {address !== null && (
        <>
          <p className={styles.address}>{address}</p>
          <Notice tone="plain">{t('calendarOnce')}</Notice>
          {/* The clipboard is missing on plain http; the address above can be selected. */}
          <Button onClick={() => void navigator.clipboard?.writeText(address)}>{t('phoneCopy')}</Button>
        </>
      )}
      {stage === 'failed' && <Notice tone="bad">{t('remindersFailed')}</Notice>}
      <Button busy={stage === 'busy'} onClick={() => void make()}>
        {t(madeAt === null ? 'calendarMake' : 'calendarAgain')}
      </Button>
      {madeAt !== null && (
        <Button weight="quiet" disabled={stage === 'busy'} onClick={() => void remove()}>
          {t('calendarRemove')}
        </Button>
      )}
    </Row>
  )
}
