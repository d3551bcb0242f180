'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { object, text } from '@/lib/core/decode'
import { type BankDoor, decodeBankDoor } from '@/lib/sync/bank-desk'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { PageHead } from '../../shell/page-head'
import { PageLoading } from '../../shell/page-loading'
import { BankRefused } from '../banks/bank-refused'
import styles from '../banks/banks.module.css'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | { readonly kind: 'read'; readonly door: BankDoor }

const decodeTaken = object({ bank: text(100) })

/** Shows what an invitation is to, before it is taken. */
export function InvitedPage({ token }: { readonly token: string }) {
  const t = useTranslations('teach')
  const router = useRouter()
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [outcome, setOutcome] = useState<'asked' | 'busy' | BankRefusal>('asked')
  const path = `/api/banks/invited/${encodeURIComponent(token)}`
  const read = useCallback(async () => {
    const answer = await askBanks(path, decodeBankDoor)
    setState(answer.ok ? { kind: 'read', door: answer.value } : { kind: 'refused', why: answer.error })
  }, [path])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <PageLoading text={t('invited.loading')} />
  if (state.kind === 'refused')
    return (
      <div className={styles.stack}>
        <PageHead title={t('invited.title')} />
        {state.why === 'signed-out' ? <p>{t('invited.comeBack')}</p> : null}
        <BankRefused why={state.why} onRetry={() => void read()} />
      </div>
    )
  const { title, role, by } = state.door
  const take = async () => {
    setOutcome('busy')
    const answer = await askBanks(path, decodeTaken, { method: 'POST' })
    if (answer.ok) router.push(`/teach/${answer.value.bank}`)
    else setOutcome(answer.error)
  }
  return (
    <div className={styles.stack}>
      <PageHead title={title} lead={t('invited.by', { name: by })} />
      <p>{t(`people.may.${role}`)}</p>
      <p>
        <Button weight="primary" large busy={outcome === 'busy'} onClick={() => void take()}>
          {t('invited.take')}
        </Button>
      </p>
      {outcome === 'guest' ? (
        <>
          <p>{t('invited.comeBack')}</p>
          <BankRefused why="guest" onRetry={() => void take()} />
        </>
      ) : outcome === 'asked' || outcome === 'busy' ? null : (
        <Notice tone="bad">{t(`refusals.${outcome}`)}</Notice>
      )}
    </div>
  )
}
