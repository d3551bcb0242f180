'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { classPath } from '@/lib/client/classes'
import type { ClassView } from '@/lib/sync/class-view'
import { Button } from '../../controls/button'
import { Field } from '../../controls/field'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { decodeDone, useClassDeed } from '../use-class-deed'

/** What a class is called and about, and the zone of its dates. */
export function AboutForm({ view, onChange }: { readonly view: ClassView; readonly onChange: () => void }) {
  const t = useTranslations('classes')
  const [title, setTitle] = useState(view.title)
  const [about, setAbout] = useState(view.about)
  const [zone, setZone] = useState(view.zone)
  const { busy, refused, run } = useClassDeed()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(classPath(view.id), decodeDone, { method: 'PUT', body: { title: title.trim(), about, zone } }))
      onChange()
  }
  return (
    <section className={`${styles.section} ${styles.onScreen}`}>
      <h2>{t('manage.aboutTitle')}</h2>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <Field label={t('name')} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        <Field
          label={t('about')}
          hint={t('aboutHint')}
          value={about}
          maxLength={2000}
          onChange={(event) => setAbout(event.target.value)}
        />
        <Field label={t('zone')} value={zone} maxLength={64} onChange={(event) => setZone(event.target.value)} />
        <Button type="submit" busy={busy} disabled={title.trim() === ''}>
          {t('manage.aboutSave')}
        </Button>
        <DeedRefused why={refused} />
      </form>
    </section>
  )
}
