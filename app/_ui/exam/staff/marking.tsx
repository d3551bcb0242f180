'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import { decodeAttempts, decodeCorrections, decodeMoved, decodeStatistics } from '@/lib/client/exam/decode-staff'
import type { Language } from '@/lib/core/language'
import type { Preview } from '@/lib/exam/corrections/compare'
import type { Change, Correction } from '@/lib/exam/corrections/correction'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { ExamRefused } from '../exam-refused'
import { useInstant } from '../instant'
import { ChangeFields } from './change-fields'
import { changesFor, firstChange, isReady } from './changes'
import { Labelled } from './labelled'
import styles from './staff.module.css'
import { useAsked } from './use-asked'

interface MarkingProps {
  readonly id: string
  readonly zone: string
  readonly language: Language
}

/** Changes of marking: tried, applied, taken back. */
export function Marking({ id, zone, language }: MarkingProps) {
  const t = useTranslations('examining.marking')
  const words = useTranslations('exam')
  const format = useFormatter()
  const instantOf = useInstant(zone)
  const path = `/${encodeURIComponent(id)}`
  const [questions, readQuestions] = useAsked(`${path}/statistics?language=${language}`, decodeStatistics)
  const [standing, readStanding] = useAsked(`${path}/corrections`, decodeCorrections)
  const [attempts] = useAsked(`${path}/attempts`, decodeAttempts)
  const [item, setItem] = useState('')
  const [change, setChange] = useState<Change | null>(null)
  const [neverLower, setNeverLower] = useState(true)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ExamRefusal | null>(null)
  const round = useRef(0)
  const changes = useRef<HTMLHeadingElement>(null)
  if (questions.kind === 'loading') return <p role="status">{words('loading')}</p>
  if (questions.kind === 'refused') return <ExamRefused why={questions.why} onRetry={() => void readQuestions()} />
  const question = questions.value.items.find((one) => one.item === item)
  /** What was tried is not what stands there any more; an answer on its way is not shown either. */
  const forget = () => {
    round.current++
    setPreview(null)
  }
  const put = (next: Change | null) => {
    forget()
    setChange(next)
  }
  const send = async (apply: boolean) => {
    if (change === null) return
    const correction: Correction = { item, change, neverLower }
    const asked = round.current
    setBusy(true)
    const answer = await askExams(`${path}/corrections`, decodeMoved, { method: 'POST', body: { correction, apply } })
    setBusy(false)
    if (!apply && asked !== round.current) return
    setRefused(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setPreview(apply ? null : answer.value)
    if (apply) {
      put(null)
      await Promise.all([readStanding(), readQuestions()])
    }
  }
  const undo = async (correction: string) => {
    // Who would gain was told of the marks before.
    forget()
    setBusy(true)
    const answer = await askExams(`${path}/corrections/${correction}`, decodeMoved, { method: 'DELETE' })
    setRefused(answer.ok ? null : answer.error)
    await Promise.all([readStanding(), readQuestions()])
    setBusy(false)
    // The button has gone with its change.
    if (answer.ok) changes.current?.focus()
  }
  const points = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  const nameOf = (of: string) =>
    (attempts.kind === 'read' ? attempts.value.attempts : []).find(({ attempt }) => attempt === of)?.name ?? ''
  const textOf = (of: string) => questions.value.items.find((one) => one.item === of)?.text ?? of
  return (
    <div className={styles.stack}>
      <p className={styles.about}>{t('lead')}</p>
      <div className={styles.form}>
        <Labelled label={t('question')} whole>
          {(field) => (
            <select
              id={field}
              className={styles.input}
              value={item}
              onChange={(event) => {
                setItem(event.target.value)
                put(null)
              }}
            >
              <option value="" />
              {questions.value.items.map((one, index) => (
                <option key={one.item} value={one.item}>
                  {index + 1}. {one.text}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {question === undefined ? (
          <p className={styles.about}>{t('nothing')}</p>
        ) : (
          <Labelled label={t('what')}>
            {(field) => (
              <select
                id={field}
                className={styles.input}
                value={change?.kind ?? ''}
                onChange={(event) => {
                  const kind = changesFor(question).find((one) => one === event.target.value)
                  put(kind === undefined ? null : firstChange(kind, question))
                }}
              >
                <option value="" />
                {changesFor(question).map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kind.${kind}`)}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        )}
        {question === undefined || change === null ? null : (
          <>
            <ChangeFields question={question} change={change} language={language} onChange={put} />
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={neverLower}
                onChange={(event) => {
                  setNeverLower(event.target.checked)
                  forget()
                }}
              />
              {t('never')}
            </label>
            <p className={`${styles.buttons} ${styles.whole}`}>
              <Button
                weight={preview === null ? 'primary' : 'secondary'}
                disabled={busy || !isReady(change, question)}
                onClick={() => void send(false)}
              >
                {t('preview')}
              </Button>
              {preview === null ? null : (
                <Button weight="primary" busy={busy} onClick={() => void send(true)}>
                  {t('apply')}
                </Button>
              )}
            </p>
          </>
        )}
      </div>
      {refused === null ? null : <ExamRefused why={refused} onRetry={null} />}
      {preview === null ? null : (
        <Notice
          tone="plain"
          title={t('told', {
            gain: preview.gain,
            lose: preview.lose,
            before: points(preview.meanBefore),
            after: points(preview.meanAfter),
          })}
        >
          <ul className={styles.list}>
            {preview.moved.slice(0, 20).map(({ attempt, before, after }) => (
              <li key={attempt}>
                {t('attempt', { name: nameOf(attempt), before: points(before), after: points(after) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <section>
        <h2 ref={changes} className={styles.heading} tabIndex={-1}>
          {t('standing')}
        </h2>
        {standing.kind === 'read' && standing.value.corrections.length === 0 ? (
          <p className={styles.about}>{t('none')}</p>
        ) : null}
        <ul className={styles.list}>
          {(standing.kind === 'read' ? standing.value.corrections : []).map((one) => (
            <li key={one.id} className={styles.row}>
              <span className={styles.rowText}>
                {textOf(one.item)}
                <br />
                <span className={styles.about}>
                  {t('by', { what: t(`kind.${one.change.kind}`), who: one.by, at: instantOf(one.at) })}
                </span>
              </span>
              <Button disabled={busy} onClick={() => void undo(one.id)}>
                {t('undo')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
