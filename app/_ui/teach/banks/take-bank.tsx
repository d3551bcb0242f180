'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { object, text } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import { signInWith } from '../../account/sign-in-with'
import { Button } from '../../controls/button'
import { ButtonLink } from '../../controls/button-link'
import { Notice } from '../../controls/notice'
import { tellLearner } from '../../learner/tell-learner'
import styles from './banks.module.css'
import { CopyBank } from './copy-bank'

const decode = object({ deck: text(100) })

/** Takes a shared bank in; whoever has no account does it as a guest. */
export function TakeBank({ token, language }: { readonly token: string; readonly language: Language }) {
  const t = useTranslations('teach')
  const [state, setState] = useState<'asked' | 'busy' | BankRefusal>('asked')
  const [taken, setTaken] = useState<string | null>(null)
  const take = async () => {
    setState('busy')
    const ask = () => askBanks(`/api/banks/link/${encodeURIComponent(token)}`, decode, { method: 'POST' })
    let answer = await ask()
    if (!answer.ok && answer.error === 'signed-out' && (await signInWith('guest', {})).ok) answer = await ask()
    if (!answer.ok) return setState(answer.error)
    await tellLearner((learner) => learner.decks.refresh(language))
    setTaken(answer.value.deck)
  }
  if (taken !== null)
    return (
      <Notice tone="good" title={t('shared.done')}>
        <p className={styles.buttons}>
          <ButtonLink href="/review" weight="primary">
            {t('shared.review')}
          </ButtonLink>
        </p>
        <CopyBank deck={taken} language={language} />
      </Notice>
    )
  return (
    <div className={styles.stack}>
      <p>
        <Button weight="primary" large busy={state === 'busy'} onClick={() => void take()}>
          {t(state === 'busy' ? 'shared.taking' : 'shared.take')}
        </Button>
      </p>
      {state === 'asked' || state === 'busy' ? null : <Notice tone="bad">{t(`refusals.${state}`)}</Notice>}
    </div>
  )
}
