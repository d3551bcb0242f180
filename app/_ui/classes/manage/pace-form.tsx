'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { classPath } from '@/lib/client/classes'
import type { Pace } from '@/lib/schedule/class-pace'
import type { AssignedDeck } from '@/lib/sync/class-view'
import { Button } from '../../controls/button'
import { ChoiceRow } from '../../controls/choice-row'
import { Field } from '../../controls/field'
import { DeedRefused } from '../class-refused'
import styles from '../classes.module.css'
import { dateText, dayOfText } from '../day'
import { decodeDone, useClassDeed } from '../use-class-deed'

const kinds = ['own', 'weekly', 'dates'] as const

/** How fast a deck is learned: own pace, so many cards a week, or a date for each section. */
export function PaceForm({
  classId,
  deck,
  today,
  onChange,
}: {
  readonly classId: string
  readonly deck: AssignedDeck
  readonly today: number
  readonly onChange: () => void
}) {
  const t = useTranslations('classes.pace')
  const { pace } = deck
  const [kind, setKind] = useState<Pace['kind']>(pace.kind)
  const [cards, setCards] = useState(String(pace.kind === 'weekly' ? pace.cards : 25))
  const [from, setFrom] = useState(dateText(pace.kind === 'own' ? today : pace.from))
  const [dates, setDates] = useState<ReadonlyMap<string, string>>(
    new Map(pace.kind === 'dates' ? pace.sections.map(({ section, by }) => [section, dateText(by)]) : []),
  )
  const [saved, setSaved] = useState(false)
  const { busy, refused, run } = useClassDeed()
  const path = classPath(classId, 'decks', deck.deck)
  const wanted = (): Pace => {
    const day = dayOfText(from) ?? today
    if (kind === 'own') return { kind }
    if (kind === 'weekly') return { kind, cards: Math.min(500, Math.max(1, Math.round(Number(cards)) || 1)), from: day }
    const sections = deck.sections.flatMap(({ id }) => {
      const by = dayOfText(dates.get(id) ?? '')
      return by === null ? [] : [{ section: id, by }]
    })
    return { kind, from: day, sections }
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const done = await run(path, decodeDone, { method: 'PUT', body: { pace: wanted() } })
    setSaved(done !== null)
    if (done) onChange()
  }
  const remove = async () => {
    if (await run(path, decodeDone, { method: 'DELETE' })) onChange()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <ChoiceRow
        legend={t('label')}
        name={`pace-${deck.deck}`}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={setKind}
      />
      {kind === 'weekly' ? (
        <Field
          label={t('cards')}
          inputMode="numeric"
          value={cards}
          onChange={(event) => setCards(event.target.value)}
        />
      ) : null}
      {kind === 'own' ? null : (
        <Field label={t('from')} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      )}
      {kind === 'dates' ? (
        <>
          <p className={styles.quiet}>{t('by')}</p>
          <div className={styles.sections}>
            {deck.sections.map(({ id, title }) => (
              <SectionDate
                key={id}
                title={title}
                value={dates.get(id) ?? ''}
                onChange={(text) => setDates(new Map([...dates, [id, text]]))}
              />
            ))}
          </div>
        </>
      ) : null}
      <p className={styles.buttons}>
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
        <Button weight="quiet" onClick={() => void remove()}>
          {t('remove')}
        </Button>
      </p>
      {saved ? <p role="status">{t('saved')}</p> : null}
      <DeedRefused why={refused} />
    </form>
  )
}

function SectionDate(props: { title: string; value: string; onChange: (text: string) => void }) {
  return (
    <>
      <span>{props.title}</span>
      <input
        className={styles.date}
        type="date"
        aria-label={props.title}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </>
  )
}
