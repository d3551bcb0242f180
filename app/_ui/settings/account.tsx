'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { ButtonLink } from '../controls/button-link'
import { Group } from './group'
import { PhoneLink } from './phone-link'
import { type AccountRead, readAccount } from './read-account'
import { Row } from './row'
import { SignOut } from './sign-out'

/** Who reviews here, and how to go on elsewhere. */
export function Account({ learner }: { learner: Learner | null }) {
  const t = useTranslations('settings')
  const [account, setAccount] = useState<AccountRead>({ kind: 'loading' })
  useEffect(() => {
    void readAccount().then(setAccount)
  }, [])
  const signedIn = account.kind === 'member' || account.kind === 'guest'
  return (
    <Group title={t('account')}>
      {account.kind === 'loading' && <Row label={t('checking')}>{null}</Row>}
      {account.kind === 'offline' && <Row label={t('unknown')}>{null}</Row>}
      {account.kind === 'nobody' && <Row label={t('local')}>{<NoAccount />}</Row>}
      {account.kind === 'guest' && (
        <Row label={t('guest')} hint={t('guestExpires')}>
          <NoAccount />
        </Row>
      )}
      {account.kind === 'member' && (
        <Row label={t('member', { email: account.email })} hint={account.owner ? t('owner') : t('signOutHint')}>
          {learner && <SignOut learner={learner} />}
        </Row>
      )}
      {account.kind === 'member' && account.publishes && (
        <Row label={t('correctionsLabel')}>
          <Link href="/corrections">{t('corrections')}</Link>
        </Row>
      )}
      {signedIn && <PhoneLink />}
    </Group>
  )
}

function NoAccount() {
  const t = useTranslations('settings')
  return (
    <>
      <ButtonLink href="/sign-up">{t('createAccount')}</ButtonLink>
      <ButtonLink href="/sign-in" weight="quiet">
        {t('signIn')}
      </ButtonLink>
    </>
  )
}
