'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import { decodeAttempts, decodeNothing } from '@/lib/client/exam/decode-staff'
import type { MonitoredAttempt } from '@/lib/exam/protocol/staff'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { ExamRefused } from '../exam-refused'
import { useInstant } from '../instant'
import { GiveMinutes } from './give-minutes'
import styles from './staff.module.css'
import { useAsked } from './use-asked'

const everyMs = 20_000
/** A computer of a room is everybody's; a list of them all says no more. */
const mostNamed = 4

const stateOf = (one: MonitoredAttempt) =>
  one.asks !== null
    ? 'asks'
    : one.startedAt === null
      ? 'notBegun'
      : one.handedInAt !== null
        ? 'handedIn'
        : one.finished
          ? 'ended'
          : one.onBreak
            ? 'onBreak'
            : 'working'

const seenAt = ({ handedInAt, lastSeenAt }: MonitoredAttempt) => (handedInAt === null ? lastSeenAt : null)

/** Who has begun, how far they are, who is late; late answers accepted and minutes given here. */
export function Watch({
  id,
  zone,
  mayGrade,
}: {
  readonly id: string
  readonly zone: string
  readonly mayGrade: boolean
}) {
  const t = useTranslations('examining.watch')
  const words = useTranslations('exam')
  const instantOf = useInstant(zone)
  const [asked, read] = useAsked(`/${encodeURIComponent(id)}/attempts`, decodeAttempts)
  const [refused, setRefused] = useState<ExamRefusal | null>(null)
  useEffect(() => {
    const timer = setInterval(() => void read(), everyMs)
    return () => clearInterval(timer)
  }, [read])
  if (asked.kind === 'loading') return <p role="status">{words('loading')}</p>
  if (asked.kind === 'refused') return <ExamRefused why={asked.why} onRetry={() => void read()} />
  const { attempts } = asked.value
  const deed = async (attempt: string, body: unknown) => {
    const path = `/${encodeURIComponent(id)}/attempts/${encodeURIComponent(attempt)}`
    const answer = await askExams(path, decodeNothing, { method: 'POST', body })
    setRefused(answer.ok ? null : answer.error)
    await read()
  }
  const letIn = async (students: readonly string[]) => {
    const path = `/${encodeURIComponent(id)}/admissions`
    setRefused(null)
    for (const student of students) {
      const answer = await askExams(path, decodeNothing, { method: 'POST', body: { student } })
      if (!answer.ok) setRefused(answer.error)
    }
    await read()
  }
  const namesOf = (names: readonly string[]) =>
    `${names
      .slice(0, mostNamed)
      .map((name) => name || t('nameless'))
      .join(', ')}${names.length > mostNamed ? ' …' : ''}`
  const asking = attempts.flatMap(({ asks }) => asks?.student ?? [])
  const nameOf = (one: MonitoredAttempt) => one.name || t('nameless')
  const at = (instant: number | null) => (instant === null ? '' : instantOf(instant))
  if (attempts.length === 0) return <p className={styles.about}>{t('none')}</p>
  return (
    <div className={styles.stack}>
      {refused === null ? null : <ExamRefused why={refused} onRetry={null} />}
      {asking.length === 0 ? null : (
        <Notice tone="plain" title={t('asking', { count: asking.length })}>
          <p>{t('askingHint')}</p>
          {mayGrade && asking.length > 1 ? (
            <p className={styles.buttons}>
              <Button onClick={() => void letIn(asking)}>{t('letAllIn', { count: asking.length })}</Button>
            </p>
          ) : null}
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the arrow keys */}
      <section className={styles.scroll} tabIndex={0} aria-label={words('title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['name', 'state', 'answered', 'seen', 'deadline', 'devices', 'late', 'points'] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ),
              )}
              {mayGrade ? <th scope="col">{t('deeds')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {attempts.map((one, index) => (
              <tr key={one.attempt ?? `${one.name} ${index}`}>
                <th scope="row">
                  {nameOf(one)} <span className={styles.number}>{one.number}</span>
                </th>
                <td className={styles.told}>
                  {t(stateOf(one))} {at(one.handedInAt)}
                  {one.asks?.guest ? <div className={styles.about}>{t('guest')}</div> : null}
                </td>
                <td>{one.startedAt === null ? '' : `${one.answered} / ${one.of}`}</td>
                {/* Whoever has handed in was seen then. */}
                <td className={seenAt(one) === null ? undefined : styles.told}>{at(seenAt(one))}</td>
                <td className={one.finished || one.deadline === null ? undefined : styles.told}>
                  {one.finished ? '' : at(one.deadline)}
                </td>
                <td className={one.sameDevice.length === 0 ? undefined : styles.told}>
                  {one.devices === 0 ? '' : one.devices}
                  {one.sameDevice.length === 0 ? null : (
                    <div>{t('sameDevice', { names: namesOf(one.sameDevice) })}</div>
                  )}
                </td>
                <td>
                  {one.late === null ? '' : t('lateBy', { count: one.late.answers, seconds: one.late.seconds })}{' '}
                  {one.lateAccepted ? t('accepted') : ''}
                </td>
                <td>
                  {one.points === null
                    ? ''
                    : `${Math.round(one.points * 100) / 100} / ${Math.round((one.outOf ?? 0) * 100) / 100}`}
                </td>
                {mayGrade ? (
                  <td>
                    <div className={styles.buttons}>
                      {one.asks === null ? null : (
                        <Button
                          weight="primary"
                          onClick={() => void letIn(one.asks === null ? [] : [one.asks.student])}
                        >
                          {t('letIn')}
                        </Button>
                      )}
                      {one.attempt !== null && (one.late !== null || one.lateAccepted) ? (
                        <Button
                          onClick={() =>
                            void deed(one.attempt ?? '', { kind: 'accept-late', accepted: !one.lateAccepted })
                          }
                        >
                          {t(one.lateAccepted ? 'unaccept' : 'accept')}
                        </Button>
                      ) : null}
                      {one.attempt === null ? null : (
                        <GiveMinutes
                          name={nameOf(one)}
                          told={one.told}
                          onGive={(minutes) => void deed(one.attempt ?? '', { kind: 'reopen', minutes })}
                        />
                      )}
                    </div>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.buttons}>
        <Button onClick={() => void read()}>{t('refresh')}</Button>
      </p>
      <p className={styles.about}>{t('every')}</p>
    </div>
  )
}
