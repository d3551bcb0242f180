'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askClasses, type ClassRefusal } from '@/lib/client/classes'
import { object, text } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import { type ClassDoor, decodeClassDoor } from '@/lib/sync/class-view'
import { signInWith } from '../account/sign-in-with'
import { Button } from '../controls/button'
import { tellLearner } from '../learner/tell-learner'
import { PageHead } from '../shell/page-head'
import { PageLoading } from '../shell/page-loading'
import { ClassRefused, DeedRefused } from './class-refused'
import styles from './classes.module.css'
import { EnterCode } from './enter-code'
import { useClassReading } from './use-class-reading'
import { WhatIsSeen } from './what-is-seen'

const decodeJoined = object({ class: text(100) })

/** Shows a class, and what its staff will see, before it is joined; whoever has no account joins as a guest. */
export function JoinClass({ code, language }: { readonly code: string; readonly language: Language }) {
  const t = useTranslations('classes')
  const path = `/api/join/${encodeURIComponent(code)}`
  const { reading, again } = useClassReading(`${path}?language=${language}`, decodeClassDoor)
  if (reading.kind === 'loading') return <PageLoading text={t('loading')} />
  if (reading.kind === 'refused')
    return (
      <div className={styles.stack}>
        <PageHead title={t('join.title')} />
        <ClassRefused why={reading.why} onRetry={() => void again()} />
        <EnterCode />
      </div>
    )
  return <Door door={reading.value} path={path} language={language} />
}

function Door({ door, path, language }: { door: ClassDoor; path: string; language: Language }) {
  const t = useTranslations('classes')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ClassRefusal | null>(null)
  const staff = door.content !== 'none' || door.studentData !== 'none'
  const join = async () => {
    setBusy(true)
    const ask = () => askClasses(path, decodeJoined, { method: 'POST' })
    let answer = await ask()
    if (!answer.ok && answer.error === 'signed-out' && !staff && (await signInWith('guest', {})).ok)
      answer = await ask()
    if (!answer.ok) {
      setBusy(false)
      return setRefused(answer.error)
    }
    await tellLearner((learner) => learner.refresh(language))
    router.push(`/classes/${answer.value.class}`)
  }
  return (
    <div className={styles.stack}>
      <div>
        <p className={styles.quiet}>{t(staff ? 'join.staffTitle' : 'join.title')}</p>
        <PageHead title={door.title} lead={door.about} />
      </div>
      {door.simulated ? <p className={styles.simulated}>{t('simulated')}</p> : null}
      <section className={styles.section}>
        <h2>{t('join.decks')}</h2>
        {door.decks.length === 0 ? <p>{t('join.noDecks')}</p> : null}
        <ul className={styles.bullets}>
          {door.decks.map(({ title, cards }, at) => (
            <li key={at}>{t('join.deck', { title, cards })}</li>
          ))}
        </ul>
        <p className={styles.quiet}>{t('join.staff', { names: door.readers.join(' · ') })}</p>
      </section>
      {door.student ? <WhatIsSeen /> : <p>{t('join.staffLead')}</p>}
      <div className={styles.form}>
        <Button weight="primary" large busy={busy} onClick={() => void join()}>
          {t(busy ? 'join.joining' : 'join.join')}
        </Button>
        {staff ? null : <p className={styles.quiet}>{t('join.asGuest')}</p>}
        <DeedRefused why={refused} />
      </div>
    </div>
  )
}
