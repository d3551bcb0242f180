'use client'

import { useEffect, useState } from 'react'
import { markLearner } from '@/app/_ui/home/learner-mark'
import { beGuest } from '@/app/_ui/learner/be-guest'
import { useLearner } from '@/app/_ui/learner/use-learner'
import { OutboxWord } from '@/app/_ui/shell/sync-word'
import type { StudySession } from '@/lib/client/session-state'
import type { Language } from '@/lib/core/language'
import { NoDeck, Preparing, withoutLearner } from './before-cards'
import { ReviewScreen } from './review-screen'

const fetchHere: typeof fetch = (input, init) => globalThis.fetch(input, init)

/** Opens the learner's store and begins a sitting over it. */
export function DailyReview({ language }: { language: Language }) {
  const opened = useLearner()
  const learner = opened?.ok ? opened.value : null
  const [session, setSession] = useState<StudySession | null>(null)
  useEffect(() => {
    if (learner === null) return
    markLearner()
    const begun = learner.study(learner.settings().language ?? language)
    setSession(begun)
    // What the sitting shows does not depend on it: a failure shows when a review is kept.
    beGuest(learner).catch(() => {})
    // What waits is sent with the next sitting where this one cannot.
    import('@/lib/client/corrections')
      .then(({ sendCorrections }) => sendCorrections(localStorage, fetchHere))
      .catch(() => {})
    return () => begun.close()
  }, [learner, language])
  if (opened !== null && !opened.ok) return <NoDeck reason={withoutLearner(opened.error)} />
  if (session === null || learner === null) return <Preparing />
  return (
    <ReviewScreen
      session={session}
      shortcuts={learner.settings().singleKeyShortcuts}
      status={<OutboxWord learner={learner} />}
    />
  )
}
