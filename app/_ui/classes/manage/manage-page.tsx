'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classPath } from '@/lib/client/classes'
import type { Language } from '@/lib/core/language'
import { decodeClassDesk, decodeClassView } from '@/lib/sync/class-view'
import { PageHead } from '../../shell/page-head'
import { PageLoading } from '../../shell/page-loading'
import { PageRefused } from '../../shell/page-refused'
import { ClassRefused } from '../class-refused'
import styles from '../classes.module.css'
import { useClassReading } from '../use-class-reading'
import { AboutForm } from './about-form'
import { ClassListPanel } from './class-list-panel'
import { CodePanel } from './code-panel'
import { DeckPanel } from './deck-panel'
import { EndPanel } from './end-panel'
import { InvitePanel } from './invite-panel'
import { StaffPanel } from './staff-panel'
import { StudentPanel } from './student-panel'

/** Everything the staff of a class may change, as far as their role reaches. */
export function ManagePage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('classes')
  const view = useClassReading(`${classPath(id)}?language=${language}`, decodeClassView)
  const desk = useClassReading(classPath(id, 'desk'), decodeClassDesk)
  if (view.reading.kind === 'loading' || desk.reading.kind === 'loading') return <PageLoading text={t('loading')} />
  if (view.reading.kind === 'refused')
    return (
      <PageRefused title={t('manage.title')}>
        <ClassRefused why={view.reading.why} onRetry={() => void view.again()} />
      </PageRefused>
    )
  const { title, content, simulated, closed } = view.reading.value
  const edits = content === 'editor' || content === 'owner'
  const people = desk.reading.kind === 'read' ? desk.reading.value : null
  const again = () => void Promise.all([view.again(), desk.again()])
  return (
    <div className={styles.stack}>
      <div className={styles.onScreen}>
        <p className={styles.way}>
          <Link href={`/classes/${id}`}>{t('toClass')}</Link>
        </p>
        <PageHead title={title} lead={t('manage.title')} />
        {simulated ? <p className={styles.simulated}>{t('simulated')}</p> : null}
      </div>
      {edits ? <DeckPanel view={view.reading.value} language={language} onChange={again} /> : null}
      {people?.students && !closed ? <CodePanel id={id} code={people.code} onChange={again} /> : null}
      {people && !closed ? (
        <InvitePanel id={id} waiting={people.invitations} owns={people.staff !== null} onChange={again} />
      ) : null}
      {people?.students ? <StudentPanel id={id} students={people.students} onChange={again} /> : null}
      {people?.students && !closed ? <ClassListPanel id={id} onChange={again} /> : null}
      {people?.staff ? <StaffPanel id={id} staff={people.staff} onChange={again} /> : null}
      {edits ? <AboutForm view={view.reading.value} onChange={again} /> : null}
      {content === 'owner' ? <EndPanel id={id} title={title} closed={closed} onChange={again} /> : null}
    </div>
  )
}
