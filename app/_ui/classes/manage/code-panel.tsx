'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { classPath } from '@/lib/client/classes'
import type { ClassDesk } from '@/lib/sync/class-view'
import { Button } from '../../controls/button'
import { QrCode } from '../../settings/qr-code'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { decodeDone, useClassDeed } from '../use-class-deed'

const days = 14

/** The code that lets students in: shown, replaced, taken away. */
export function CodePanel({
  id,
  code,
  onChange,
}: {
  readonly id: string
  readonly code: ClassDesk['code']
  readonly onChange: () => void
}) {
  const t = useTranslations('classes.manage')
  const format = useFormatter()
  const { busy, refused, run } = useClassDeed()
  const rotate = async (wanted: number | null) => {
    if (await run(classPath(id, 'code'), decodeDone, { method: 'POST', body: { days: wanted } })) onChange()
  }
  const link = code === null ? '' : `${window.location.origin}/join/${code.code}`
  return (
    <section className={`${styles.section} ${styles.onScreen}`}>
      <h2>{t('code')}</h2>
      {code === null ? (
        <p>{t('codeNone')}</p>
      ) : (
        <>
          <p>{t('codeNow', { date: format.dateTime(new Date(code.until), { dateStyle: 'long' }) })}</p>
          <p className={styles.code}>{`${code.code.slice(0, 4)}-${code.code.slice(4)}`}</p>
          <p className={styles.quiet}>{t('link')}</p>
          <p className={styles.link}>{link}</p>
          <QrCode text={link} label={link} />
        </>
      )}
      <p className={styles.buttons}>
        <Button busy={busy} onClick={() => void rotate(days)}>
          {t('codeNew')}
        </Button>
        {code === null ? null : (
          <Button weight="quiet" onClick={() => void rotate(null)}>
            {t('codeStop')}
          </Button>
        )}
      </p>
      <DeedRefused why={refused} />
    </section>
  )
}
