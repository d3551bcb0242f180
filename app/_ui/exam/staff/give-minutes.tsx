'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../../controls/button'
import { NumberLine } from './labelled'
import styles from './staff.module.css'

const offered = 15
const most = 1440

/** Gives one student as many minutes from now as the staff says, e.g. after a crash; handing in starts over. */
export function GiveMinutes({ name, onGive }: { readonly name: string; readonly onGive: (minutes: number) => void }) {
  const t = useTranslations('examining.watch')
  const [asking, setAsking] = useState(false)
  const [minutes, setMinutes] = useState(offered)
  if (!asking)
    return (
      <Button weight="quiet" onClick={() => setAsking(true)}>
        {t('reopen')}
      </Button>
    )
  const give = (event: FormEvent) => {
    event.preventDefault()
    setAsking(false)
    onGive(minutes)
  }
  return (
    <form className={styles.asked} onSubmit={give}>
      <NumberLine label={t('minutes', { name })} value={minutes} least={1} most={most} onChange={setMinutes} />
      <p className={styles.buttons}>
        <Button type="submit" weight="primary">
          {t('give')}
        </Button>
        <Button weight="quiet" onClick={() => setAsking(false)}>
          {t('giveNot')}
        </Button>
      </p>
    </form>
  )
}
