'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { ChoiceRow } from '../controls/choice-row'
import { Notice } from '../controls/notice'
import { Group } from './group'
import { Row } from './row'

type Settings = ReturnType<Learner['settings']>

/** How much a day asks; each change is kept as it is made. */
export function Study({ learner }: { learner: Learner }) {
  const t = useTranslations('settings')
  const [settings, setSettings] = useState(learner.settings())
  const [failed, setFailed] = useState(false)
  const change = (part: Partial<Settings>) => {
    void learner.updateSettings(part).then((problem) => {
      setFailed(problem !== null)
      setSettings(learner.settings())
    })
  }
  return (
    <Group title={t('study')}>
      <Row label={t('decksLabel')} hint={t('decksHint')}>
        <Link href="/settings/decks" prefetch={false}>
          {t('decks')}
        </Link>
      </Row>
      <Row label={t('planLabel')} hint={t('planHint')}>
        <Link href="/settings/plan" prefetch={false}>
          {t('plan')}
        </Link>
      </Row>
      <Row label={t('memoryLabel')} hint={t('memoryHint')}>
        <Link href="/settings/memory" prefetch={false}>
          {t('memory')}
        </Link>
      </Row>
      <Row label={t('browseLabel')} hint={t('browseHint')}>
        <Link href="/browse" prefetch={false}>
          {t('browse')}
        </Link>
      </Row>
      <Row label={t('shortcuts')} hint={t('shortcutsHint')}>
        <ChoiceRow
          legend={t('shortcuts')}
          name="shortcuts"
          value={settings.singleKeyShortcuts ? 'on' : 'off'}
          options={[
            { value: 'on', label: t('on') },
            { value: 'off', label: t('off') },
          ]}
          onChange={(value) => change({ singleKeyShortcuts: value === 'on' })}
        />
      </Row>
      {failed && <Notice tone="bad">{t('failed')}</Notice>}
    </Group>
  )
}
