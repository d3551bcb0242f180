'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useId, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { StudySession } from '@/lib/client/session-state'
import { asId, type DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { type Practice as Kind, practices } from '@/lib/schedule/practice'
import { Button } from '../controls/button'
import { useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'
import { readDecks } from '../plan/read-decks'
import { NoDeck, Preparing } from '../review/before-cards'
import { ReviewScreen } from '../review/review-screen'
import styles from './practice.module.css'

/** Choosing what to go through, then going through it. Nothing of it is kept. */
export function Practice({ language }: { language: Language }) {
  const opened = useLearner()
  if (opened === null) return <Preparing />
  if (!opened.ok) return <NoDeck reason="storage" />
  return <Chosen learner={opened.value} language={language} />
}

function Chosen({ learner, language }: { learner: Learner; language: Language }) {
  const t = useTranslations('review.practice')
  const id = useId()
  const [session, setSession] = useState<StudySession | null>(null)
  const [kind, setKind] = useState<Kind>('preview')
  const [deck, setDeck] = useState<DeckId | null>(null)
  const read = useCallback((open: Learner) => readDecks(open, language), [language])
  const decks = useReading(learner, read)
  if (session) return <ReviewScreen session={session} shortcuts={learner.settings().singleKeyShortcuts} />
  return (
    <main className={styles.page}>
      <p>
        <a href="/">{t('close')}</a>
      </p>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <fieldset className={styles.kinds}>
        <legend className="heard">{t('which')}</legend>
        {practices.map((one) => (
          <label key={one} className={styles.kind}>
            <input type="radio" name="practice" value={one} checked={one === kind} onChange={() => setKind(one)} />
            <span>
              {t(`kind.${one}`)}
              <small>{t(`hint.${one}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {decks.kind === 'read' && decks.value.length > 1 ? (
        <p className={styles.deck}>
          <label htmlFor={id}>{t('deck')}</label>
          <select
            id={id}
            value={deck ?? ''}
            onChange={(event) => setDeck(event.target.value === '' ? null : asId<DeckId>(event.target.value))}
          >
            <option value="">{t('allDecks')}</option>
            {decks.value.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      <Button weight="primary" large onClick={() => void learner.practise(language, kind, deck).then(setSession)}>
        {t('start')}
      </Button>
    </main>
  )
}
