'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classPath } from '@/lib/client/classes'
import type { ClassPerson } from '@/lib/sync/class-view'
import { Button } from '../../controls/button'
import { Field } from '../../controls/field'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { decodeDone, useClassDeed } from '../use-class-deed'
import { decodeSeatLinks, type SeatLink, SeatLinks } from './seat-links'

/** The students of a class: each line can be edited, put out, or given a new link. */
export function StudentPanel({
  id,
  students,
  onChange,
}: {
  readonly id: string
  readonly students: readonly ClassPerson[]
  readonly onChange: () => void
}) {
  const t = useTranslations('classes.manage')
  const [links, setLinks] = useState<readonly SeatLink[]>([])
  return (
    <section className={styles.section}>
      <h2 className={styles.onScreen}>{t('students')}</h2>
      {students.length === 0 ? <p>{t('noStudents')}</p> : null}
      <ul className={`${styles.list} ${styles.onScreen}`}>
        {students.map((student) => (
          <StudentLine key={student.id} id={id} student={student} onChange={onChange} onLinks={setLinks} />
        ))}
      </ul>
      <SeatLinks links={links} />
    </section>
  )
}

function StudentLine({
  id,
  student,
  onChange,
  onLinks,
}: {
  readonly id: string
  readonly student: ClassPerson
  readonly onChange: () => void
  readonly onLinks: (links: readonly SeatLink[]) => void
}) {
  const t = useTranslations('classes.manage')
  const [listedName, setName] = useState(student.name)
  const [number, setNumber] = useState(student.number)
  const [label, setLabel] = useState(student.label)
  const { busy, refused, run } = useClassDeed()
  const path = classPath(id, 'students', student.id)
  const deed = async (method: 'PUT' | 'POST', body: unknown) => {
    if (await run(path, decodeDone, { method, body })) onChange()
  }
  const renew = async () => {
    const made = await run(classPath(id, 'links'), decodeSeatLinks, {
      method: 'POST',
      body: { students: [student.id] },
    })
    if (made) onLinks(made.links)
  }
  const blocked = student.student === 'blocked'
  const told = [student.number, student.email, student.label, t(`standing.${student.student}`)]
  const name = student.name || student.email || t('nameless')
  return (
    <li>
      <details className={styles.more}>
        <summary aria-label={t('edit', { name })}>
          <strong>{name}</strong> <span className={styles.quiet}>{told.filter(Boolean).join(' · ')}</span>
        </summary>
        <div className={styles.form}>
          <Field label={t('listedName')} value={listedName} maxLength={100} onChange={(e) => setName(e.target.value)} />
          <Field label={t('number')} value={number} maxLength={100} onChange={(e) => setNumber(e.target.value)} />
          <Field
            label={t('label')}
            hint={t('labelHint')}
            value={label}
            maxLength={100}
            onChange={(e) => setLabel(e.target.value)}
          />
          <p className={styles.buttons}>
            <Button busy={busy} onClick={() => void deed('PUT', { listedName, number, label })}>
              {t('save')}
            </Button>
            {student.seat && student.student === 'learning' ? (
              <Button weight="quiet" onClick={() => void renew()}>
                {t('newLink')}
              </Button>
            ) : null}
            <Button weight="quiet" onClick={() => void deed('POST', { blocked: !blocked })}>
              {t(blocked ? 'unblock' : 'block')}
            </Button>
          </p>
          <DeedRefused why={refused} />
        </div>
      </details>
    </li>
  )
}
