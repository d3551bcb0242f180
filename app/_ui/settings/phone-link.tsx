'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { post } from '../account/post'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { QrCode } from './qr-code'
import { Row } from './row'
import styles from './settings.module.css'

type Stage =
  | { readonly kind: 'ready' | 'busy' | 'failed' }
  | { readonly kind: 'made'; readonly address: string; readonly copied: boolean }

const pathIn = (body: unknown): string | null => {
  const path: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'path') : null
  return typeof path === 'string' && path.startsWith('/') ? path : null
}

const isThisComputer = (host: string): boolean => host === 'localhost' || host.startsWith('127.') || host === '[::1]'

/** A one-time link that opens this history on another device, as text and as a QR code. */
export function PhoneLink() {
  const t = useTranslations('settings')
  const [stage, setStage] = useState<Stage>({ kind: 'ready' })
  const make = async () => {
    setStage({ kind: 'busy' })
    const made = await post('/api/account/recovery', {})
    const path = made.ok ? pathIn(made.body) : null
    setStage(path === null ? { kind: 'failed' } : { kind: 'made', address: location.origin + path, copied: false })
  }
  return (
    <Row label={t('phone')} hint={t('phoneText')}>
      {stage.kind === 'made' ? (
        <>
          <QrCode text={stage.address} label={t('phoneQr')} />
          <p className={styles.address}>{stage.address}</p>
          {isThisComputer(location.hostname) && <Notice tone="plain">{t('phoneLocal')}</Notice>}
          <Button
            onClick={() => {
              // The clipboard is missing on plain http; the address above can be selected.
              void navigator.clipboard?.writeText(stage.address).then(() => setStage({ ...stage, copied: true }))
            }}
          >
            {t(stage.copied ? 'phoneCopied' : 'phoneCopy')}
          </Button>
        </>
      ) : (
        <Button busy={stage.kind === 'busy'} onClick={() => void make()}>
          {t(stage.kind === 'busy' ? 'phoneBusy' : 'phoneMake')}
        </Button>
      )}
      {stage.kind === 'failed' && <Notice tone="bad">{t('phoneFailed')}</Notice>}
    </Row>
  )
}
