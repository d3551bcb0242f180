'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Seen } from '@/lib/exam/feedback'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { useAsking } from '../../controls/use-asking'
import { NumberLine } from './labelled'
import styles from './staff.module.css'

const offered = 15
const most = 1440

/**
 * Gives one student as many minutes from now as the staff says, e.g. after a crash; handing in starts over. What the student
 * has been told of the answers is said before.
 */
export function GiveMinutes({
  name,
  told,
  onGive,
}: {
  readonly name: string
  readonly told: Seen
  readonly onGive: (minutes: number) => void
}) {
  const t = useTranslations('examining.watch')
  const { place, asking, ask } = useAsking()
  const [minutes, setMinutes] = useState(offered)
  const give = (event: FormEvent) => {
    event.preventDefault()
    ask(false)
    onGive(minutes)
  }
  return (
    <div ref={place} data-asking={asking}>
      {asking ? (
        <form className={styles.asked} onSubmit={give}>
          {told === 'none' ? null : <Notice tone="plain">{t(`told.${told}`, { name })}</Notice>}
          <NumberLine label={t('minutes', { name })} value={minutes} least={1} most={most} onChange={setMinutes} />
          <p className={styles.buttons}>
            <Button type="submit" weight="primary">
              {t('give')}
            </Button>
            <Button weight="quiet" onClick={() => ask(false)}>
              {t('giveNot')}
            </Button>
          </p>
        </form>
      ) : (
        <Button weight="quiet" onClick={() => ask(true)}>
          {t('reopen')}
        </Button>
      )}
    </div>
  )
}
