'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import { list, nullable, number, object, oneOf, text } from '@/lib/core/decode'
import type { ExamListing } from '@/lib/exam/protocol/staff'
import { NameLink } from '../controls/name-link'
import { listPage } from '../prepare/addresses'
import { PageHead } from '../shell/page-head'
import styles from './exam.module.css'
import { ExamRefused } from './exam-refused'
import { useInstant } from './instant'
import { NewExam } from './staff/new-exam'

const instant = number(0, 1e15)
const decodeList = object({
  exams: list(
    object<ExamListing>({
      id: text(100),
      classId: text(100),
      className: text(300),
      title: text(300),
      state: oneOf(['draft', 'published']),
      opensAt: instant,
      dueAt: instant,
      closesAt: instant,
      zone: text(100),
      role: oneOf(['student', 'staff']),
      attempt: nullable(oneOf(['open', 'finished'])),
    }),
    1000,
  ),
})

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: ExamRefusal }
  | { readonly kind: 'read'; readonly exams: readonly ExamListing[]; readonly at: number }

function Standing({ exam, now }: { readonly exam: ExamListing; readonly now: number }) {
  const t = useTranslations('exam.state')
  const instantOf = useInstant(exam.zone)
  if (exam.state === 'draft') return t('draft')
  if (exam.attempt !== null) return t(exam.attempt === 'open' ? 'running' : 'finished')
  if (now < exam.opensAt) return t('early', { at: instantOf(exam.opensAt) })
  return now < exam.dueAt ? t('open', { at: instantOf(exam.dueAt) }) : t('over', { at: instantOf(exam.dueAt) })
}

/** Every exam somebody may take or gives. */
export function ExamList() {
  const t = useTranslations('exam')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const read = useCallback(async () => {
    const answer = await askExams('', decodeList)
    setState(
      answer.ok ? { kind: 'read', exams: answer.value.exams, at: Date.now() } : { kind: 'refused', why: answer.error },
    )
  }, [])
  useEffect(() => void read(), [read])
  return (
    <div className={styles.stack}>
      <PageHead title={t('title')} lead={t('lead')} />
      <p>
        <a href={listPage}>{t('prepare')}</a>
      </p>
      {state.kind === 'loading' ? <p role="status">{t('loading')}</p> : null}
      {state.kind === 'refused' ? <ExamRefused why={state.why} onRetry={() => void read()} /> : null}
      {state.kind === 'read' && state.exams.length === 0 ? <p className={styles.about}>{t('none')}</p> : null}
      {state.kind === 'read' && state.exams.length > 0 ? (
        <ul className={styles.list}>
          {state.exams.map((exam) => (
            <li key={exam.id} className={styles.item}>
              <NameLink href={exam.role === 'staff' ? `/teach/exams/${exam.id}` : `/exams/${exam.id}`}>
                {exam.title}
              </NameLink>
              <p className={styles.about}>
                {exam.className} · <Standing exam={exam} now={state.at} />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      <NewExam />
    </div>
  )
}
