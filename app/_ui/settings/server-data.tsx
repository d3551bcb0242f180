'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { DeleteAccount } from './delete-account'
import { type AccountRead, readAccount } from './read-account'
import { Row } from './row'

/** What the server has of the person: all of it as a file, and the way to be gone. */
export function ServerData({ learner }: { learner: Learner }) {
  const t = useTranslations('settings')
  const [account, setAccount] = useState<AccountRead>({ kind: 'loading' })
  useEffect(() => {
    void readAccount().then(setAccount)
  }, [])
  if (account.kind !== 'member' && account.kind !== 'guest') return null
  return (
    <>
      <Row label={t('serverDataLabel')} hint={t('serverDataHint')}>
        <a href="/api/account/data" download>
          {t('serverData')}
        </a>
      </Row>
      <DeleteAccount learner={learner} email={account.kind === 'member' ? account.email : null} />
    </>
  )
}
