'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '../controls/button'
import { InstallButton } from './install-button'
import styles from './install-hint.module.css'
import { useInstall } from './install-prompt'

const key = 'gradeck.install'

const wasDismissed = (): boolean => {
  try {
    return localStorage.getItem(key) === 'dismissed'
  } catch {
    return false
  }
}

/** Says once, to somebody who comes back, that this can be on the home screen. Never again after a no. */
export function InstallHint() {
  const t = useTranslations('shell.install')
  const install = useInstall()
  const [dismissed, setDismissed] = useState(true)
  useEffect(() => setDismissed(wasDismissed()), [])
  if (dismissed || install.kind === 'none') return null
  const dismiss = () => {
    setDismissed(true)
    try {
      localStorage.setItem(key, 'dismissed')
    } catch {
      // It asks again next time.
    }
  }
  return (
    <aside className={styles.hint}>
      <p className={styles.text}>{t('hint')}</p>
      <div className={styles.ways}>
        <InstallButton />
        <Button weight="quiet" onClick={dismiss}>
          {t('later')}
        </Button>
      </div>
    </aside>
  )
}
