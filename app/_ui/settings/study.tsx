'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { ChoiceRow } from '../controls/choice-row'
import { Notice } from '../controls/notice'
import { Group } from './group'
import { NumberSetting } from './number-setting'
import { Row } from './row'
import styles from './settings.module.css'

type Settings = ReturnType<Learner['settings']>

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** How much a day asks; each change is kept as it is made. */
export function Study({ learner }: { learner: Learner }) {
  const t = useTranslations('settings')
  const dayStartId = useId()
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
      <NumberSetting
        label={t('newLimit')}
        hint={t('newLimitHint')}
        value={settings.newCardsPerDay}
        most={999}
        onChange={(newCardsPerDay) => change({ newCardsPerDay })}
      />
      <NumberSetting
        label={t('reviewLimit')}
        value={settings.reviewsPerDay}
        most={9999}
        onChange={(reviewsPerDay) => change({ reviewsPerDay })}
      />
      <Row label={t('dayStart')} hint={t('dayStartHint')} htmlFor={dayStartId}>
        <select
          id={dayStartId}
          className={styles.select}
          value={settings.dayStartsAt}
          onChange={(event) => change({ dayStartsAt: Number(event.target.value) })}
        >
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {t('hour', { hour: String(hour) })}
            </option>
          ))}
        </select>
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
