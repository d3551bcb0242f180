'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import { decodeClasses, decodeMade } from '@/lib/client/exam/decode-staff'
import type { ExamSetup } from '@/lib/exam/setup'
import { Button } from '../../controls/button'
import { ExamRefused } from '../exam-refused'
import styles from './staff.module.css'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** An exam a week from now, one hour long: everything can be changed before it is published. */
const firstSetup = (title: string, part: string, now: number): ExamSetup => {
  const opensAt = Math.ceil((now + 7 * dayMs) / hourMs) * hourMs
  return {
    title,
    instructions: '',
    opensAt,
    dueAt: opensAt + 2 * hourMs,
    closesAt: opensAt + 2 * hourMs,
    durationMinutes: 60,
    graceSeconds: 30,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    roomCode: null,
    zones: [{ id: 'a', title: part, take: 10, points: 1, shuffle: true, lock: false, items: [] }],
    forms: 6,
    credit: 'cells',
    feedback: { show: 'full', when: 'closed', at: null, keysEarly: false },
    liveScore: false,
    admission: 'joined',
    accommodations: [],
  }
}

/** Makes a draft in one of the classes whose content one edits; nothing is shown to whoever edits none. */
export function NewExam() {
  const t = useTranslations('examining')
  const router = useRouter()
  const id = useId()
  const [classes, setClasses] = useState<readonly { readonly id: string; readonly title: string }[]>([])
  const [chosen, setChosen] = useState('')
  const [refused, setRefused] = useState<ExamRefusal | null>(null)
  useEffect(() => {
    void fetch('/api/classes')
      .then((response) => response.json())
      .then((body: unknown) => {
        const read = decodeClasses(body)
        const own = read.ok ? read.value.classes.filter(({ content }) => /editor|owner/.test(content)) : []
        setClasses(own)
        setChosen(new URLSearchParams(window.location.search).get('class') ?? own[0]?.id ?? '')
      })
      .catch(() => setClasses([]))
  }, [])
  if (classes.length === 0) return null
  const make = async () => {
    const setup = firstSetup(t('untitled'), t('part', { letter: 'A' }), Date.now())
    const made = await askExams('', decodeMade, { method: 'POST', body: { classId: chosen, setup } })
    if (made.ok) router.push(`/teach/exams/${made.value.exam}`)
    else setRefused(made.error)
  }
  return (
    <div className={styles.part}>
      <label className={styles.label} htmlFor={id}>
        {t('newIn')}
        <select id={id} className={styles.input} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {classes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <p>
        <Button onClick={() => void make()}>{t('new')}</Button>
      </p>
      {refused === null ? null : <ExamRefused why={refused} onRetry={null} />}
    </div>
  )
}
