'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import { object } from '@/lib/core/decode'
import type { OwnBank } from '@/lib/sync/bank'
import { type BankPeople, type BankPerson, decodeBankPeople } from '@/lib/sync/bank-desk'
import { bankRoles } from '@/lib/sync/bank-life'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { useAsking } from '../../controls/use-asking'
import { BankRefused } from '../banks/bank-refused'
import styles from '../banks/banks.module.css'
import { InviteForm } from './invite-form'
import { RoleSelect } from './role-select'

const decodeDone = object<object>({})

/** Who works on a bank or reads its draft, and the way in for others. */
export function PeoplePanel({ bank }: { readonly bank: OwnBank }) {
  const t = useTranslations('teach')
  const router = useRouter()
  const [people, setPeople] = useState<BankPeople | null>(null)
  const [refused, setRefused] = useState<BankRefusal | null>(null)
  const path = `${bankPath(bank.id)}/people`
  const read = useCallback(async () => {
    const answer = await askBanks(path, decodeBankPeople)
    setRefused(answer.ok ? null : answer.error)
    if (answer.ok) setPeople(answer.value)
  }, [path])
  useEffect(() => void read(), [read])
  const act = async (to: string, method: 'PUT' | 'DELETE', body?: unknown) => {
    const answer = await askBanks(to, decodeDone, body === undefined ? { method } : { method, body })
    setRefused(answer.ok ? null : answer.error)
    if (answer.ok) await read()
    return answer.ok
  }
  const letGo = async (person: BankPerson) => {
    if (person.id !== people?.me) return act(`${path}/${encodeURIComponent(person.id)}`, 'DELETE')
    const answer = await askBanks(`${path}/${encodeURIComponent(person.id)}`, decodeDone, { method: 'DELETE' })
    if (answer.ok) router.push('/teach')
    else setRefused(answer.error)
  }
  const owns = bank.role === 'owner'
  return (
    <section className={styles.sharing}>
      <h2 className={styles.heading}>{t('people.title')}</h2>
      {people === null ? (
        refused === null ? (
          <p role="status">{t('people.loading')}</p>
        ) : (
          <BankRefused why={refused} onRetry={() => void read()} />
        )
      ) : (
        <>
          {people.people.length > 1 ? null : <p className={styles.about}>{t('people.alone')}</p>}
          <ul className={styles.list}>
            {people.people.map((person) => (
              <PersonLine
                key={person.id}
                person={person}
                me={person.id === people.me}
                owns={owns}
                onRole={(role) => void act(`${path}/${encodeURIComponent(person.id)}`, 'PUT', { role })}
                onGo={() => void letGo(person)}
              />
            ))}
          </ul>
          {owns ? <InviteForm path={path} onMade={() => void read()} /> : null}
          {owns && people.waiting > 0 ? (
            <p className={styles.buttons}>
              <span className={styles.about}>{t('people.waiting', { count: people.waiting })}</span>
              <Button weight="quiet" onClick={() => void act(path, 'DELETE')}>
                {t('people.withdraw')}
              </Button>
            </p>
          ) : null}
        </>
      )}
      {people !== null && refused !== null ? <Notice tone="bad">{t(`refusals.${refused}`)}</Notice> : null}
    </section>
  )
}

function PersonLine({
  person,
  me,
  owns,
  onRole,
  onGo,
}: {
  readonly person: BankPerson
  readonly me: boolean
  readonly owns: boolean
  readonly onRole: (role: BankPerson['role']) => void
  readonly onGo: () => void
}) {
  const t = useTranslations('teach.people')
  const { place, asking, ask } = useAsking()
  const name = person.name || person.email
  return (
    <li className={styles.person}>
      <p className={styles.personName}>
        <strong>{name}</strong>{' '}
        <span className={styles.about}>
          {[person.name === '' ? '' : person.email, me ? t('you') : '', person.keeper ? t('keeper') : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </p>
      {person.keeper ? null : owns ? (
        <RoleSelect label={t('roleOf', { name })} roles={bankRoles} value={person.role} onChange={onRole} />
      ) : (
        <span className={styles.about}>{t(`role.${person.role}`)}</span>
      )}
      {person.keeper || (!owns && !me) ? null : (
        <div ref={place} className={styles.buttons} data-asking={asking}>
          {asking ? (
            <>
              <Button onClick={onGo}>{me ? t('leaveYes') : t('letGoYes', { name })}</Button>
              <Button weight="quiet" onClick={() => ask(false)}>
                {t('keep')}
              </Button>
            </>
          ) : (
            <Button weight="quiet" onClick={() => ask(true)}>
              {me ? t('leave') : t('letGo')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
