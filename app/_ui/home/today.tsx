'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import { Button } from '../controls/button'
import { InstallHint } from '../install/install-hint'
import { NoLearner } from '../learner/no-learner'
import { useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'
import { MessagePage } from '../shell/message-page'
import { AnewNotice } from './anew-notice'
import { applyLearnerMark } from './learner-mark'
import { readToday } from './read-today'
import { StorageNotices } from './storage-notices'
import { TodayLoading } from './today-loading'
import { TodayView } from './today-view'

/** Today, read from the learner's own store: the same with and without a network. */
export function Today({ language }: { language: Language }) {
  const t = useTranslations('today')
  useLayoutEffect(applyLearnerMark, [])
  const learner = useLearner(true)
  if (learner === null) return <TodayLoading />
  if (!learner.ok) return <NoLearner problem={learner.error} title={t('noStorageTitle')} text={t('noStorageText')} />
  return <TodayOf learner={learner.value} language={language} />
}

function TodayOf({ learner, language }: { learner: Learner; language: Language }) {
  const t = useTranslations('today')
  const [attempt, setAttempt] = useState(0)
  const [full, setFull] = useState(false)
  const read = useCallback(() => readToday(learner, language, attempt), [learner, language, attempt])
  const reading = useReading(learner, read)
  useEffect(() => {
    // A new version of the course is there for the next sitting, in both languages.
    void learner.refresh(language).then((outcome) => setFull(outcome === 'storage-full'))
  }, [learner, language])

  if (reading.kind === 'loading') return <TodayLoading />
  if (reading.kind === 'failed') return <MessagePage title={t('noStorageTitle')} text={t('noStorageText')} />
  if (reading.value.kind === 'today') {
    const { today, started, anew } = reading.value
    return (
      <>
        <StorageNotices eviction={learner.eviction} full={full} />
        <AnewNotice decks={anew} onTold={() => void learner.resets.told()} />
        <TodayView today={today} started={started} />
        {started && <InstallHint />}
      </>
    )
  }
  const text = t(reading.value.reason === 'offline' ? 'noDeckOffline' : 'noDeckServer')
  return (
    <MessagePage title={t('noDeckTitle')} text={text}>
      <Button weight="primary" onClick={() => setAttempt(attempt + 1)}>
        {t('retry')}
      </Button>
    </MessagePage>
  )
}
