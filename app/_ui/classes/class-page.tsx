'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classPath } from '@/lib/client/classes'
import type { Language } from '@/lib/core/language'
import { decodeClassView } from '@/lib/sync/class-view'
import { ButtonLink } from '../controls/button-link'
import { PageHead } from '../shell/page-head'
import { PageLoading } from '../shell/page-loading'
import { PageRefused } from '../shell/page-refused'
import { ClassRefused } from './class-refused'
import styles from './classes.module.css'
import { LeaveClass } from './leave-class'
import { MyDecks } from './my-decks'
import { useClassReading } from './use-class-reading'
import { WhatIsSeen } from './what-is-seen'

/** A class: how a student gets on, and the ways of the staff. */
export function ClassPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('classes')
  const { reading, again } = useClassReading(`${classPath(id)}?language=${language}`, decodeClassView)
  if (reading.kind === 'loading') return <PageLoading text={t('loading')} />
  if (reading.kind === 'refused')
    return (
      <PageRefused title={t('title')}>
        <ClassRefused why={reading.why} onRetry={() => void again()} />
      </PageRefused>
    )
  const view = reading.value
  const manages = view.content === 'editor' || view.content === 'owner' || view.studentData === 'editor'
  const staff = view.content !== 'none' || view.studentData !== 'none'
  return (
    <div className={styles.stack}>
      <div>
        <p className={styles.way}>
          <Link href="/classes">{t('back')}</Link> · <Link href="/exams">{t('exams')}</Link>
          {view.closed ? ` · ${t('closed')}` : ''}
        </p>
        <PageHead title={view.title} lead={view.about} />
        <p className={styles.quiet}>{t('staff.readers', { names: view.readers.join(' · ') })}</p>
      </div>
      {view.simulated ? <p className={styles.simulated}>{t('simulated')}</p> : null}
      {staff ? (
        <p className={styles.buttons}>
          <ButtonLink href={`/classes/${id}/report`} weight="primary" large>
            {t('staff.dashboard')}
          </ButtonLink>
          {manages ? (
            <ButtonLink href={`/classes/${id}/manage`} large>
              {t('staff.manage')}
            </ButtonLink>
          ) : null}
        </p>
      ) : null}
      {view.mine === null ? null : (
        <>
          <MyDecks view={view} mine={view.mine} />
          <WhatIsSeen />
          <LeaveClass id={id} title={view.title} />
        </>
      )}
    </div>
  )
}
