'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { goHome } from '../account/go-home'
import { signOut } from '../account/sign-in-with'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { forgetLearner } from '../home/learner-mark'

type Stage = { readonly kind: 'ready' | 'busy' | 'failed' } | { readonly kind: 'unsynced'; readonly count: number }

/** Leaves nothing of the person on this device; what the server has not got yet is never dropped unasked. */
export function SignOut({ learner }: { learner: Learner }) {
  const t = useTranslations('settings')
  const refusals = useTranslations('account.refusals')
  const [stage, setStage] = useState<Stage>({ kind: 'ready' })
  const leave = async (evenUnsynced: boolean) => {
    setStage({ kind: 'busy' })
    await learner.outbox.drain()
    const count = await learner.store.waiting()
    if (count > 0 && !evenUnsynced) return setStage({ kind: 'unsynced', count })
    if (!(await signOut())) return setStage({ kind: 'failed' })
    await learner.forget()
    forgetLearner()
    goHome()
  }
  return (
    <>
      {stage.kind === 'unsynced' && <Notice tone="bad">{t('signOutUnsynced', { count: stage.count })}</Notice>}
      {stage.kind === 'failed' && <Notice tone="bad">{refusals('unknown')}</Notice>}
      <Button busy={stage.kind === 'busy'} onClick={() => void leave(stage.kind === 'unsynced')}>
        {t(stage.kind === 'unsynced' ? 'signOutAnyway' : 'signOut')}
      </Button>
    </>
  )
}
