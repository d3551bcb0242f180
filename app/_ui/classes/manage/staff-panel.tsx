'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classPath } from '@/lib/client/classes'
import { type ContentRole, contentRoles, type StudentDataRole, studentDataRoles } from '@/lib/sync/class'
import type { ClassPerson } from '@/lib/sync/class-view'
import { Button } from '../../controls/button'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { decodeDone, useClassDeed } from '../use-class-deed'

/** Who is on the staff, with a role on each axis. */
export function StaffPanel({
  id,
  staff,
  onChange,
}: {
  readonly id: string
  readonly staff: readonly ClassPerson[]
  readonly onChange: () => void
}) {
  const t = useTranslations('classes')
  return (
    <section className={`${styles.section} ${styles.onScreen}`}>
      <h2>{t('staff.title')}</h2>
      <ul className={styles.list}>
        {staff.map((person) => (
          <StaffLine key={person.id} id={id} person={person} onChange={onChange} />
        ))}
      </ul>
    </section>
  )
}

function StaffLine({ id, person, onChange }: { id: string; person: ClassPerson; onChange: () => void }) {
  const t = useTranslations('classes.manage')
  const [content, setContent] = useState<ContentRole>(person.content)
  const [studentData, setData] = useState<StudentDataRole>(person.studentData)
  const { busy, refused, run } = useClassDeed()
  const name = person.name || person.email
  const save = async () => {
    const body = { content, studentData }
    if (await run(classPath(id, 'members', person.id), decodeDone, { method: 'PUT', body })) onChange()
  }
  return (
    <li className={styles.form}>
      <p>
        <strong>{name}</strong> <span className={styles.quiet}>{person.name === '' ? '' : person.email}</span>
      </p>
      <Roles label={t('content')} roles={contentRoles} value={content} onChange={setContent} />
      <Roles label={t('studentData')} roles={studentDataRoles} value={studentData} onChange={setData} />
      <Button
        busy={busy}
        disabled={content === person.content && studentData === person.studentData}
        onClick={() => void save()}
      >
        {t('rolesSave', { name })}
      </Button>
      <DeedRefused why={refused} />
    </li>
  )
}

function Roles<Role extends ContentRole | StudentDataRole>(props: {
  readonly label: string
  readonly roles: readonly Role[]
  readonly value: Role
  readonly onChange: (role: Role) => void
}) {
  const t = useTranslations('classes.manage.role')
  return (
    <label className={styles.label}>
      {props.label}
      <select
        className={styles.select}
        value={props.value}
        onChange={(event) => {
          const role = props.roles.find((one) => one === event.target.value)
          if (role) props.onChange(role)
        }}
      >
        {props.roles.map((role) => (
          <option key={role} value={role}>
            {t(role as ContentRole)}
          </option>
        ))}
      </select>
    </label>
  )
}
