'use client'

import { useTranslations } from 'next-intl'
import { Field } from '../controls/field'
import { markLearner } from '../home/learner-mark'
import { AccountForm } from './account-form'
import { goHome } from './go-home'
import { signInWith } from './sign-in-with'

export function SignInForm() {
  const t = useTranslations('account')
  return (
    <AccountForm
      submit={t('signIn.submit')}
      busyLabel={t('signIn.busy')}
      onSubmit={async (read) => {
        const outcome = await signInWith('password', { email: read('email'), password: read('password') })
        if (outcome.ok) {
          markLearner()
          goHome()
        }
        return outcome
      }}
    >
      <Field label={t('email')} name="email" type="email" autoComplete="username" required />
      <Field label={t('password')} name="password" type="password" autoComplete="current-password" required />
    </AccountForm>
  )
}
