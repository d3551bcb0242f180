'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import { decodeAuthored, decodeNothing, decodePublication, decodeRevision } from '@/lib/client/exam/decode-staff'
import type { Language } from '@/lib/core/language'
import type { AuthoredExam } from '@/lib/exam/protocol/staff'
import type { ExamSetup } from '@/lib/exam/setup'
import { Button } from '../../controls/button'
import { ChoiceRow } from '../../controls/choice-row'
import { Notice } from '../../controls/notice'
import { PageHead } from '../../shell/page-head'
import { PageLoading } from '../../shell/page-loading'
import { PageRefused } from '../../shell/page-refused'
import { ExamRefused } from '../exam-refused'
import { type Fault, Faults } from './faults'
import { Marking } from './marking'
import { PreviewPaper } from './preview-paper'
import { QuestionChoice } from './question-choice'
import { Results } from './results'
import { SetupForm } from './setup-form'
import styles from './staff.module.css'
import { Watch } from './watch'

const tabs = ['setup', 'questions', 'preview', 'watch', 'results', 'marking'] as const
type Tab = (typeof tabs)[number]

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: ExamRefusal }
  | { readonly kind: 'read'; readonly exam: AuthoredExam; readonly setup: ExamSetup }

/** One exam for its staff: write it, try it, publish it, watch it, mark it. */
export function ExamDesk({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('examining')
  const words = useTranslations('exam')
  const router = useRouter()
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [tab, setTab] = useState<Tab | null>(null)
  const [told, setTold] = useState<'saved' | 'published' | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [refused, setRefused] = useState<ExamRefusal | null>(null)
  const [asking, setAsking] = useState(false)
  const path = `/${encodeURIComponent(id)}`
  const read = useCallback(async () => {
    const answer = await askExams(path, decodeAuthored)
    setState(
      answer.ok
        ? { kind: 'read', exam: answer.value, setup: answer.value.setup }
        : { kind: 'refused', why: answer.error },
    )
  }, [path])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <PageLoading text={words('loading')} />
  if (state.kind === 'refused')
    return (
      <PageRefused title={words('title')}>
        <ExamRefused why={state.why} onRetry={() => void read()} />
      </PageRefused>
    )
  const { exam, setup } = state
  const changed = JSON.stringify(setup) !== JSON.stringify(exam.setup)
  const fail = (why: ExamRefusal) => {
    setTold(null)
    setRefused(why)
  }
  const change = (next: ExamSetup) => {
    setTold(null)
    setState({ ...state, setup: next })
  }
  const save = async (): Promise<number | null> => {
    const body = { base: exam.revision, setup }
    const answer = await askExams(path, decodeRevision, { method: 'PUT', body })
    if (!answer.ok) {
      fail(answer.error)
      return null
    }
    setRefused(null)
    // What was written on while it was saved stays.
    const saved = { ...exam, setup, revision: answer.value.revision }
    setState((now) => (now.kind === 'read' ? { ...now, exam: saved } : now))
    setTold('saved')
    return answer.value.revision
  }
  const publish = async () => {
    const base = changed ? await save() : exam.revision
    if (base === null) return
    const answer = await askExams(`${path}/publish`, decodePublication, { method: 'POST', body: { base } })
    if (!answer.ok) return fail(answer.error)
    const { published, faults: found, cards } = answer.value
    setFaults([...found, ...cards.map(({ card, why }) => ({ key: why, at: card, severity: 'error' as const }))])
    setTold(published ? 'published' : null)
    await read()
  }
  const deed = async (of: string, then: () => void) => {
    const answer = await askExams(of, decodeNothing, { method: 'DELETE' })
    if (answer.ok) then()
    else fail(answer.error)
  }
  const open = tabs.filter((one) =>
    one === 'preview'
      ? exam.mayEdit
      : one === 'watch' || one === 'results'
        ? exam.maySee
        : one === 'marking'
          ? exam.mayGrade
          : true,
  )
  const shown = tab ?? (exam.begun > 0 && exam.maySee ? 'watch' : 'setup')
  return (
    <div className={styles.stack}>
      <p className={styles.about}>
        <Link href="/exams">{words('back')}</Link>
      </p>
      <PageHead
        title={exam.setup.title}
        lead={`${exam.className} · ${t(`state.${exam.state}`)} · ${t('begun', { count: exam.begun })}`}
      />
      {exam.simulated ? <p className={styles.about}>{t('simulated')}</p> : null}
      {exam.state === 'published' ? (
        <p className={styles.about}>
          {t('link')} <Link href={`/exams/${id}`}>{`/exams/${id}`}</Link>
        </p>
      ) : null}
      <ChoiceRow
        legend={words('title')}
        name="desk"
        value={shown}
        options={open.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        onChange={setTab}
      />
      {shown === 'setup' ? (
        <SetupForm
          setup={setup}
          labels={exam.labels}
          frozen={exam.state === 'published'}
          readOnly={!exam.mayEdit}
          onChange={change}
        />
      ) : null}
      {shown === 'questions' ? (
        <QuestionChoice exam={exam} setup={setup} language={language} onChange={change} />
      ) : null}
      {shown === 'preview' ? <PreviewPaper id={id} language={language} revision={exam.revision} /> : null}
      {shown === 'watch' ? <Watch id={id} zone={setup.zone} mayGrade={exam.mayGrade} /> : null}
      {shown === 'results' ? <Results id={id} language={language} /> : null}
      {shown === 'marking' ? <Marking id={id} zone={setup.zone} language={language} /> : null}
      {faults.length === 0 ? null : <Faults faults={faults} />}
      {refused === null ? null : <ExamRefused why={refused} onRetry={refused === 'stale' ? () => void read() : null} />}
      {told === null ? null : <Notice tone="good" title={t(told)} />}
      {exam.mayEdit && (shown === 'setup' || shown === 'questions') ? (
        <p className={styles.buttons}>
          <Button
            weight={exam.state === 'draft' && !changed ? 'secondary' : 'primary'}
            disabled={!changed}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
          {exam.state === 'draft' ? (
            <Button weight={changed ? 'secondary' : 'primary'} onClick={() => void publish()}>
              {t('publish')}
            </Button>
          ) : exam.begun === 0 ? (
            <Button weight="quiet" onClick={() => void deed(`${path}/publish`, () => void read())}>
              {t('withdraw')}
            </Button>
          ) : null}
          <Button weight="quiet" onClick={() => setAsking(true)}>
            {t('delete')}
          </Button>
        </p>
      ) : null}
      {asking ? (
        <Notice tone="plain" title={t('deleteAsk', { title: exam.setup.title })}>
          <p className={styles.buttons}>
            <Button onClick={() => void deed(path, () => router.push('/exams'))}>{t('deleteYes')}</Button>
            <Button weight="quiet" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
