'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { goHome } from '../account/go-home'
import { signOut } from '../account/sign-in-with'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Notice } from '../controls/notice'
import { forgetLearner } from '../home/learner-mark'
import { Row } from './row'

type Stage = 'ready' | 'asking' | 'busy' | 'failed'

const remove = async (confirm: string): Promise<boolean> => {
  try {
    const response = await fetch('/api/account', {
      method: 'DELETE',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ confirm }),
    })
    return response.ok
  } catch {
    return false
  }
}

/** Deletes the account and everything of it, on the server and on this device. A member types the address to confirm. */
export function DeleteAccount({ learner, email }: { learner: Learner; email: string | null }) {
  const t = useTranslations('settings')
  const [stage, setStage] = useState<Stage>('ready')
  const [typed, setTyped] = useState('')
  const confirmed = email === null || typed.trim().toLowerCase() === email
  const leave = async () => {
    setStage('busy')
    if (!(await remove(typed.trim()))) return setStage('failed')
    await signOut()
    await learner.forget()
    forgetLearner()
    goHome()
  }
  return (
    <Row label={t('deleteLabel')} hint={t(email === null ? 'deleteGuestHint' : 'deleteHint')}>
      {stage === 'ready' ? (
        <Button onClick={() => setStage('asking')}>{t('delete')}</Button>
      ) : (
        <>
          {email !== null && (
            <Field
              label={t('deleteConfirm', { email })}
              value={typed}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          {stage === 'failed' && <Notice tone="bad">{t('deleteFailed')}</Notice>}
          <Button busy={stage === 'busy'} disabled={!confirmed} onClick={() => void leave()}>
            {t('deleteNow')}
          </Button>
          <Button weight="quiet" onClick={() => setStage('ready')}>
            {t('deleteNot')}
          </Button>
        </>
      )}
    </Row>
  )
}
