'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../controls/button'
import { useInstall } from './install-prompt'

/** Installs where the browser can be asked to, and says how where it is done by hand. Nothing where neither is so. */
export function InstallButton() {
  const t = useTranslations('shell.install')
  const install = useInstall()
  if (install.kind === 'none') return null
  if (install.kind === 'share') return <p>{t('share')}</p>
  return <Button onClick={() => void install.install()}>{t('button')}</Button>
}
