'use client'

import { useTranslations } from 'next-intl'
import { Field } from '../controls/field'
import { markLearner } from '../home/learner-mark'
import { AccountForm } from './account-form'
import { goHome } from './go-home'
import { post } from './post'
import { signInWith } from './sign-in-with'

/** A guest who signs up stays the same person: the server keeps the row and everything that hangs on it. */
export function SignUpForm({ needsCode }: { needsCode: boolean }) {
  const t = useTranslations('account')
  return (
    <AccountForm
      submit={t('signUp.submit')}
      busyLabel={t('signUp.busy')}
      onSubmit={async (read) => {
        const form = { email: read('email'), password: read('password'), name: read('name'), code: read('code') }
        const made = await post('/api/account/sign-up', form)
        if (!made.ok) return made
        const outcome = await signInWith('password', { email: form.email, password: form.password })
        if (outcome.ok) {
          markLearner()
          goHome()
        }
        return outcome
      }}
    >
      <Field label={t('email')} name="email" type="email" autoComplete="username" required />
      <Field
        label={t('password')}
        hint={t('passwordHint')}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
      />
      <Field label={t('name')} hint={t('nameHint')} name="name" autoComplete="name" maxLength={100} />
      {needsCode && <Field label={t('code')} hint={t('codeHint')} name="code" autoComplete="off" required />}
    </AccountForm>
  )
}
