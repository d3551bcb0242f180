'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '../controls/button-link'
import { Field } from '../controls/field'
import { Notice } from '../controls/notice'
import { markLearner } from '../home/learner-mark'
import { AccountForm } from './account-form'
import styles from './account-form.module.css'
import { post } from './post'
import type { Refused } from './refusal'
import { signInWith } from './sign-in-with'

type Sent = { readonly ok: true } | Refused

/** What opening a one-time link asks for and does. One entry is one kind of link. */
const links = {
  recover: {
    fields: [],
    next: '/',
    open: (token: string): Promise<Sent> => signInWith('recovery', { token }),
  },
  reset: {
    fields: ['newPassword'],
    next: '/sign-in',
    open: (token: string, read: (field: string) => string): Promise<Sent> =>
      post('/api/account/reset', { token, password: read('newPassword') }),
  },
  owner: {
    fields: ['email', 'newPassword', 'name'],
    next: '/',
    open: async (token: string, read: (field: string) => string): Promise<Sent> => {
      const form = { email: read('email'), password: read('newPassword') }
      const made = await post('/api/account/owner', { ...form, token, name: read('name') })
      return made.ok ? signInWith('password', form) : made
    },
  },
} as const

export function LinkForm({ kind, token }: { kind: keyof typeof links; token: string }) {
  const t = useTranslations('account')
  const [done, setDone] = useState(false)
  const link = links[kind]
  const asks = (field: string) => (link.fields as readonly string[]).includes(field)
  if (done) {
    return (
      <div className={styles.form}>
        <Notice tone="good" title={t(`${kind}.doneTitle`)}>
          {t(`${kind}.doneText`)}
        </Notice>
        <ButtonLink href={link.next} weight="primary" large>
          {t(`${kind}.go`)}
        </ButtonLink>
      </div>
    )
  }
  return (
    <AccountForm
      submit={t(`${kind}.submit`)}
      busyLabel={t(`${kind}.busy`)}
      onSubmit={async (read) => {
        const outcome = await link.open(token, read)
        if (outcome.ok) {
          if (kind !== 'reset') markLearner()
          setDone(true)
        }
        return outcome
      }}
    >
      {asks('email') && <Field label={t('email')} name="email" type="email" autoComplete="username" required />}
      {asks('newPassword') && (
        <Field
          label={t(kind === 'reset' ? 'newPassword' : 'password')}
          hint={t('passwordHint')}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
      )}
      {asks('name') && <Field label={t('name')} hint={t('nameHint')} name="name" autoComplete="name" maxLength={100} />}
    </AccountForm>
  )
}
