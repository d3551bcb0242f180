'use client'

import { useTranslations } from 'next-intl'
import { decodeClasses, type ListedClass } from '@/lib/sync/class-view'
import { NameLink } from '../controls/name-link'
import { ClassRefused } from './class-refused'
import styles from './classes.module.css'
import { EnterCode } from './enter-code'
import { NewClass } from './new-class'
import { useClassReading } from './use-class-reading'

/** The classes somebody is in, a code to join another, and a form for whoever may make one. */
export function ClassList() {
  const t = useTranslations('classes')
  const { reading, again } = useClassReading('/api/classes', decodeClasses)
  if (reading.kind === 'loading') return <p role="status">{t('loading')}</p>
  if (reading.kind === 'refused')
    return (
      <div className={styles.stack}>
        <ClassRefused why={reading.why} onRetry={() => void again()} />
        <EnterCode />
      </div>
    )
  const { classes, mayCreate } = reading.value
  return (
    <div className={styles.stack}>
      {classes.length === 0 ? (
        <section className={styles.section}>
          <h2>{t('emptyTitle')}</h2>
          <p>{t('empty')}</p>
        </section>
      ) : (
        <ul className={styles.list}>
          {classes.map((one) => (
            <ClassLine key={one.id} one={one} />
          ))}
        </ul>
      )}
      <EnterCode />
      {mayCreate ? <NewClass /> : null}
    </div>
  )
}

function ClassLine({ one }: { readonly one: ListedClass }) {
  const t = useTranslations('classes')
  const staff = one.content !== 'none' || one.studentData !== 'none'
  return (
    <li>
      <NameLink href={`/classes/${one.id}`}>{one.title}</NameLink>
      <p className={styles.quiet}>
        {t(staff ? 'as.staff' : 'as.student')} · {t('facts', { decks: one.decks, students: one.students })}
        {one.closed ? ` · ${t('closed')}` : ''}
      </p>
      {one.simulated ? <p className={styles.quiet}>{t('simulated')}</p> : null}
    </li>
  )
}
