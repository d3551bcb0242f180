'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classPath } from '@/lib/client/classes'
import { list, object, text } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import type { ClassView } from '@/lib/sync/class-view'
import { Button } from '../../controls/button'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { usePaceWords } from '../pace-words'
import { decodeDone, useClassDeed } from '../use-class-deed'
import { useClassReading } from '../use-class-reading'
import { PaceForm } from './pace-form'

const decodeAssignable = object({ decks: list(object({ deck: text(300), title: text(3000) }), 10_000) })

/** The decks a class learns, how fast, and which could be added. */
export function DeckPanel({
  view,
  language,
  onChange,
}: {
  readonly view: ClassView
  readonly language: Language
  readonly onChange: () => void
}) {
  const t = useTranslations('classes')
  const paceWords = usePaceWords()
  const path = `${classPath(view.id, 'decks')}?language=${language}`
  const { reading, again } = useClassReading(path, decodeAssignable)
  const [chosen, setChosen] = useState('')
  const { busy, refused, run } = useClassDeed()
  const offered = reading.kind === 'read' ? reading.value.decks : []
  const deck = offered.find((one) => one.deck === chosen)?.deck ?? offered[0]?.deck
  const changed = () => {
    void again()
    onChange()
  }
  const assign = async () => {
    if (deck === undefined) return
    const body = { pace: { kind: 'own' } }
    if (await run(classPath(view.id, 'decks', deck), decodeDone, { method: 'PUT', body })) changed()
  }
  return (
    <section className={`${styles.section} ${styles.onScreen}`}>
      <h2>{t('manage.decks')}</h2>
      <ul className={styles.list}>
        {view.decks.map((one) => (
          <li key={one.deck}>
            <h3>{one.title}</h3>
            {one.retired ? <p className={styles.quiet}>{t('manage.retired')}</p> : null}
            <details className={styles.more}>
              <summary>{paceWords(one.pace, view.today)}</summary>
              <PaceForm classId={view.id} deck={one} today={view.today} onChange={changed} />
            </details>
          </li>
        ))}
      </ul>
      {view.closed || reading.kind !== 'read' ? null : offered.length === 0 ? (
        <p className={styles.quiet}>{t('manage.noMore')}</p>
      ) : (
        <div className={styles.form}>
          <label className={styles.label}>
            {t('manage.choose')}
            <select className={styles.select} value={deck} onChange={(event) => setChosen(event.target.value)}>
              {offered.map((one) => (
                <option key={one.deck} value={one.deck}>
                  {one.title}
                </option>
              ))}
            </select>
          </label>
          <Button busy={busy} onClick={() => void assign()}>
            {t('manage.assign')}
          </Button>
        </div>
      )}
      <DeedRefused why={refused} />
    </section>
  )
}
