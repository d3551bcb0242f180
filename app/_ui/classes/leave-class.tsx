'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classPath } from '@/lib/client/classes'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { DeedRefused } from './class-refused'
import styles from './classes.module.css'
import { decodeDone, useClassDeed } from './use-class-deed'

/** Leaves a class, asked twice. */
export function LeaveClass({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useTranslations('classes.mine')
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { busy, refused, run } = useClassDeed()
  const leave = async () => {
    if (await run(classPath(id, 'membership'), decodeDone, { method: 'DELETE' })) router.push('/classes')
  }
  if (!asking)
    return (
      <p>
        <Button weight="quiet" onClick={() => setAsking(true)}>
          {t('leave')}
        </Button>
      </p>
    )
  return (
    <Notice tone="plain" title={t('leaveAsk', { title })}>
      <p className={styles.buttons}>
        <Button busy={busy} onClick={() => void leave()}>
          {t('leaveYes')}
        </Button>
        <Button weight="quiet" onClick={() => setAsking(false)}>
          {t('stay')}
        </Button>
      </p>
      <DeedRefused why={refused} />
    </Notice>
  )
}
