'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { Learner } from '@/lib/client/learner'
import { useLearner } from '../learner/use-learner'
import styles from './sync-word.module.css'
import { useOnline } from './use-online'

/** A small word, not an alarm: where the reviews are. */
export function SyncWord() {
  const learner = useLearner(true)
  // The page itself says that its code is missing; where the reviews are nobody knows then.
  if (learner === null || (!learner.ok && learner.error === 'not-loaded')) return <p className={styles.word} />
  if (!learner.ok) return <Word state={learner.error === 'storage-full' ? 'full' : 'unkept'} count={0} />
  return <OutboxWord learner={learner.value} />
}

const words = {
  saved: 'saved',
  waiting: 'waiting',
  offline: 'offline',
  'signed-out': 'local',
  failed: 'waiting',
} as const

/** The word of a learner whose store is open. */
export function OutboxWord({ learner }: { learner: Learner }) {
  const { outbox } = learner
  const state = useSyncExternalStore(outbox.subscribe, outbox.getSnapshot, outbox.getSnapshot)
  const online = useOnline()
  const count = state.kind === 'saved' ? 0 : state.count
  // What came from other devices finds no room here: reviews made here may not either.
  if (state.kind === 'failed' && state.reason === 'storage-full') return <Word state="full" count={count} />
  return <Word state={online ? words[state.kind] : 'offline'} count={count} />
}

type Said = 'saved' | 'waiting' | 'offline' | 'local' | 'full' | 'unkept'

function Word({ state, count }: { state: Said; count: number }) {
  const t = useTranslations('shell.sync')
  return (
    <p className={styles.word} role="status" data-state={state} title={t(`title.${state}`, { count })}>
      {t(state)}
    </p>
  )
}
