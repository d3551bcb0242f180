'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/core/language'
import { Notice } from '../controls/notice'
import { useLearner } from '../learner/use-learner'
import { Account } from './account'
import { ExportButton } from './export-button'
import { Group } from './group'
import { Look } from './look'
import { Reminders } from './reminders'
import { Row } from './row'
import { ServerData } from './server-data'
import styles from './settings.module.css'
import { Study } from './study'
import { ThisDevice } from './this-device'

export function Settings({ language }: { language: Language }) {
  const t = useTranslations('settings')
  const shell = useTranslations('shell')
  const learner = useLearner()
  return (
    <div className={styles.settings}>
      <Look language={language} />
      {learner === null && <div className={styles.waiting} aria-busy="true" aria-label={t('loading')} role="status" />}
      {learner?.ok && <Study learner={learner.value} />}
      {learner && !learner.ok && (
        <Notice tone="bad">{learner.error === 'not-loaded' ? shell('notLoaded.text') : t('failed')}</Notice>
      )}
      {learner?.ok && <Reminders learner={learner.value} language={language} />}
      <Account learner={learner?.ok ? learner.value : null} />
      {learner?.ok && <ThisDevice learner={learner.value} />}
      <Group title={t('data')}>
        <Row label={t('importLabel')} hint={t('importHint')}>
          <Link href="/import">{t('import')}</Link>
        </Row>
        <Row label={t('cardExportLabel')} hint={t('cardExportHint')}>
          <Link href="/export">{t('cardExport')}</Link>
        </Row>
        {learner?.ok && (
          <Row label={t('exportLabel')} hint={t('exportHint')}>
            <ExportButton learner={learner.value} />
          </Row>
        )}
        {learner?.ok && <ServerData learner={learner.value} />}
        <Row label={t('engineLabel')} hint={t('engineHint')}>
          <Link href="/engine">{t('engine')}</Link>
        </Row>
        <Row label={t('privacyLabel')}>
          <Link href="/privacy">{t('privacy')}</Link>
        </Row>
        <Row label={t('licencesLabel')}>
          <Link href="/licences">{t('licences')}</Link>
        </Row>
      </Group>
    </div>
  )
}
