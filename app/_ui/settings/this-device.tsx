'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { canBadge, clearBadge } from '@/lib/client/badge'
import type { Learner } from '@/lib/client/learner'
import { askForPersistence } from '@/lib/client/storage-problem'
import { Button } from '../controls/button'
import { ChoiceRow } from '../controls/choice-row'
import { InstallButton } from '../install/install-button'
import { useInstall } from '../install/install-prompt'
import { Group } from './group'
import { Row } from './row'

interface Storage {
  readonly used: number
  readonly safe: boolean
}

const readStorage = async (): Promise<Storage | null> => {
  try {
    const { usage } = await navigator.storage.estimate()
    return usage === undefined ? null : { used: usage / 2 ** 20, safe: await navigator.storage.persisted() }
  } catch {
    return null
  }
}

/** What belongs to this device alone: whether it keeps its data, the application on its screen, the number on its icon. */
export function ThisDevice({ learner }: { learner: Learner }) {
  const t = useTranslations('settings')
  const format = useFormatter()
  const install = useInstall()
  const [storage, setStorage] = useState<Storage | null>(null)
  const [badge, setBadge] = useState(learner.settings().badge)
  const [badgeable, setBadgeable] = useState(false)
  useEffect(() => {
    void readStorage().then(setStorage)
    setBadgeable(canBadge())
  }, [])
  const choose = (on: boolean) => {
    void learner.updateSettings({ badge: on }).then(() => setBadge(learner.settings().badge))
    if (!on) void clearBadge()
  }
  if (storage === null && install.kind === 'none' && !badgeable) return null
  return (
    <Group title={t('device')}>
      {storage && (
        <Row
          label={t('storageLabel', { size: format.number(storage.used, { maximumFractionDigits: 1 }) })}
          hint={t(storage.safe ? 'storageSafe' : 'storageUnsafe')}
        >
          {!storage.safe && (
            <Button onClick={() => void askForPersistence().then(async () => setStorage(await readStorage()))}>
              {t('storageAsk')}
            </Button>
          )}
        </Row>
      )}
      {install.kind !== 'none' && (
        <Row label={t('installLabel')} hint={t('installHint')}>
          <InstallButton />
        </Row>
      )}
      {badgeable && (
        <Row label={t('badge')} hint={t('badgeHint')}>
          <ChoiceRow
            legend={t('badge')}
            name="badge"
            value={badge ? 'on' : 'off'}
            options={[
              { value: 'on', label: t('on') },
              { value: 'off', label: t('off') },
            ]}
            onChange={(value) => choose(value === 'on')}
          />
        </Row>
      )}
    </Group>
  )
}
