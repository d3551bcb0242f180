'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import type { OwnBank } from '@/lib/sync/bank'
import { decodeBankMoved } from '@/lib/sync/bank-desk'
import { Button } from '../../controls/button'
import { Field } from '../../controls/field'
import { Notice } from '../../controls/notice'
import { useAsking } from '../../controls/use-asking'
import styles from './banks.module.css'

/** Takes a bank from new learners, or gives it back; why is kept in its history. */
export function BankRetire({ bank, onDone }: { readonly bank: OwnBank; readonly onDone: () => void }) {
  const t = useTranslations('teach')
  const { place, asking, ask } = useAsking()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<BankRefusal | null>(null)
  if (bank.state === 'draft') return null
  const deed = bank.state === 'retired' ? 'reopen' : 'retire'
  const move = async () => {
    const body = { deed, base: bank.revision, reason: reason.trim() }
    const path = `${bankPath(bank.id)}/desk`
    setBusy(true)
    const answer = await askBanks(path, decodeBankMoved, { method: 'POST', body })
    setBusy(false)
    setRefused(answer.ok ? null : answer.error)
    if (!answer.ok) return
    ask(false)
    setReason('')
    onDone()
  }
  return (
    <section className={styles.sharing}>
      {bank.state === 'retired' ? <p>{t('retired.now')}</p> : null}
      <div ref={place}>
        {asking ? (
          <Notice tone="plain" title={t(`retired.${deed}Ask`)}>
            <div className={styles.aboutForm}>
              <Field
                label={t('retired.reason')}
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
              />
              <p className={styles.buttons}>
                <Button busy={busy} onClick={() => void move()}>
                  {t(`retired.${deed}Yes`)}
                </Button>
                <Button weight="quiet" onClick={() => ask(false)}>
                  {t('keep')}
                </Button>
              </p>
            </div>
          </Notice>
        ) : (
          <p>
            <Button weight="quiet" onClick={() => ask(true)}>
              {t(deed === 'retire' ? 'retire' : 'unretire')}
            </Button>
          </p>
        )}
      </div>
      {refused ? <Notice tone="bad">{t(`refusals.${refused}`)}</Notice> : null}
    </section>
  )
}
