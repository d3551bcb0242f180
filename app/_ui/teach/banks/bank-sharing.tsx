'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import { bankAudiences, decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import { Button } from '../../controls/button'
import { ChoiceRow } from '../../controls/choice-row'
import { Notice } from '../../controls/notice'
import styles from './banks.module.css'

/** Who may review a bank. */
export function BankSharing({
  bank,
  onChange,
}: {
  readonly bank: OwnBank
  readonly onChange: (bank: OwnBank) => void
}) {
  const t = useTranslations('teach')
  const [refused, setRefused] = useState<BankRefusal | null>(null)
  const share = async (change: { audience?: OwnBank['audience']; newLink?: boolean }) => {
    const body = { audience: bank.audience, newLink: false, ...change }
    const path = `${bankPath(bank.id)}/sharing`
    const answer = await askBanks(path, decodeOwnBank, { method: 'POST', body })
    setRefused(answer.ok ? null : answer.error)
    if (answer.ok) onChange(answer.value)
  }
  return (
    <section className={styles.sharing}>
      <h2 className={styles.heading}>{t('shareTitle')}</h2>
      <ChoiceRow
        legend={t('shareTitle')}
        name="audience"
        value={bank.audience}
        options={bankAudiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
        onChange={(audience) => void share({ audience })}
      />
      {refused ? <Notice tone="bad">{t(`refusals.${refused}`)}</Notice> : null}
      {bank.audience === 'link' && bank.linkToken !== null ? (
        <>
          <p className={styles.about}>{t('link')}</p>
          <p className={styles.link}>{`${window.location.origin}/shared/${bank.linkToken}`}</p>
          <p>
            <Button weight="quiet" onClick={() => void share({ newLink: true })}>
              {t('newLink')}
            </Button>
          </p>
          <p className={styles.about}>{t('newLinkHint')}</p>
        </>
      ) : null}
    </section>
  )
}
