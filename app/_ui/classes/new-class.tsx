'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { object, text } from '@/lib/core/decode'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { DeedRefused } from './class-refused'
import styles from './classes.module.css'
import { useClassDeed } from './use-class-deed'

const decode = object({ id: text(100) })

/** Makes a class in the time zone of this browser. */
export function NewClass() {
  const t = useTranslations('classes')
  const router = useRouter()
  const [title, setTitle] = useState('')
  const { busy, refused, run } = useClassDeed()
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const body = { title: title.trim(), about: '', zone }
    const made = await run('/api/classes', decode, { method: 'POST', body })
    if (made) router.push(`/classes/${made.id}/manage`)
  }
  return (
    <section className={styles.section}>
      <h2>{t('newTitle')}</h2>
      <form className={styles.form} onSubmit={(event) => void make(event)}>
        <Field label={t('name')} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        <Button type="submit" busy={busy} disabled={title.trim() === ''}>
          {t(busy ? 'creating' : 'create')}
        </Button>
        <DeedRefused why={refused} />
      </form>
    </section>
  )
}
