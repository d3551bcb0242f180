'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classPath } from '@/lib/client/classes'
import { object, text } from '@/lib/core/decode'
import type { ContentRole, StudentDataRole } from '@/lib/sync/class'
import { Button } from '../../controls/button'
import { Field } from '../../controls/field'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { decodeDone, useClassDeed } from '../use-class-deed'

const decode = object({ path: text(200) })

/** What people are usually invited as; roles can be changed on both axes afterwards. */
const offered: {
  readonly [name: string]: {
    readonly content: ContentRole
    readonly studentData: StudentDataRole
    readonly student: boolean
  }
} = {
  student: { content: 'none', studentData: 'none', student: true },
  assistant: { content: 'viewer', studentData: 'viewer', student: false },
  teacher: { content: 'editor', studentData: 'editor', student: false },
  author: { content: 'editor', studentData: 'none', student: false },
  owner: { content: 'owner', studentData: 'editor', student: false },
}

/** Links that let one person in, as a student or onto the staff. */
export function InvitePanel({
  id,
  waiting,
  owns,
  onChange,
}: {
  readonly id: string
  readonly waiting: number
  readonly owns: boolean
  readonly onChange: () => void
}) {
  const t = useTranslations('classes.manage')
  const [as, setAs] = useState('student')
  const [note, setNote] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const { busy, refused, run } = useClassDeed()
  const path = classPath(id, 'invitations')
  const make = async () => {
    const answer = await run(path, decode, { method: 'POST', body: { ...offered[as], note } })
    setMade(answer?.path ?? null)
    if (answer) onChange()
  }
  const withdraw = async () => {
    if (await run(path, decodeDone, { method: 'DELETE' })) onChange()
  }
  return (
    <section className={`${styles.section} ${styles.onScreen}`}>
      <h2>{t('invite')}</h2>
      <p>{t('inviteLead')}</p>
      <div className={styles.form}>
        <label className={styles.label}>
          {t('inviteAs')}
          <select className={styles.select} value={as} onChange={(event) => setAs(event.target.value)}>
            {(owns ? Object.keys(offered) : ['student']).map((name) => (
              <option key={name} value={name}>
                {t(`roles.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <Field label={t('inviteNote')} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
        <Button busy={busy} onClick={() => void make()}>
          {t('inviteMake')}
        </Button>
      </div>
      {made === null ? null : (
        <p className={styles.link} role="status">
          {window.location.origin + made}
        </p>
      )}
      <p className={styles.quiet}>{t('waiting', { count: waiting })}</p>
      {waiting === 0 ? null : (
        <p>
          <Button weight="quiet" onClick={() => void withdraw()}>
            {t('withdraw')}
          </Button>
        </p>
      )}
      <DeedRefused why={refused} />
    </section>
  )
}
