'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classPath } from '@/lib/client/classes'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { decodeDone, useClassDeed } from '../use-class-deed'

/** Closes a class, opens it again, deletes it. */
export function EndPanel({
  id,
  title,
  closed,
  onChange,
}: {
  readonly id: string
  readonly title: string
  readonly closed: boolean
  readonly onChange: () => void
}) {
  const t = useTranslations('classes.manage')
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { busy, refused, run } = useClassDeed()
  const close = async () => {
    if (await run(classPath(id, 'closed'), decodeDone, { method: 'POST', body: { closed: !closed } })) onChange()
  }
  const remove = async () => {
    if (await run(classPath(id), decodeDone, { method: 'DELETE' })) router.push('/classes')
  }
  return (
    <section className={`${styles.section} ${styles.onScreen}`}>
      <h2>{t('end')}</h2>
      <p className={styles.quiet}>{t('closeHint')}</p>
      <p className={styles.buttons}>
        <Button busy={busy} onClick={() => void close()}>
          {t(closed ? 'openClass' : 'closeClass')}
        </Button>
        <Button weight="quiet" onClick={() => setAsking(true)}>
          {t('delete')}
        </Button>
      </p>
      {asking ? (
        <Notice tone="plain" title={t('deleteAsk', { title })}>
          <p className={styles.buttons}>
            <Button busy={busy} onClick={() => void remove()}>
              {t('deleteYes')}
            </Button>
            <Button weight="quiet" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
          </p>
        </Notice>
      ) : null}
      <DeedRefused why={refused} />
    </section>
  )
}
