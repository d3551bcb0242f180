'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { StudySession } from '@/lib/client/session-state'
import type { Language } from '@/lib/core/language'
import { type Practice as Kind, practices } from '@/lib/schedule/practice'
import { Button } from '../controls/button'
import { useLearner } from '../learner/use-learner'
import { NoDeck, Preparing, withoutLearner } from '../review/before-cards'
import { ReviewScreen } from '../review/review-screen'
import { SearchBox } from '../search/search-box'
import { useLibrary } from '../search/use-library'
import { useSearch } from '../search/use-search'
import styles from './practice.module.css'

/** Choosing what to go through, then going through it. Nothing of it is kept. */
export function Practice({ language }: { language: Language }) {
  const opened = useLearner()
  if (opened === null) return <Preparing />
  if (!opened.ok) return <NoDeck reason={withoutLearner(opened.error)} />
  return <Chosen learner={opened.value} language={language} />
}

function Chosen({ learner, language }: { learner: Learner; language: Language }) {
  const t = useTranslations('review.practice')
  const shell = useTranslations('shell.notLoaded')
  const [session, setSession] = useState<StudySession | null>(null)
  const [kind, setKind] = useState<Kind>('preview')
  const [start, setStart] = useState<'open' | 'busy' | 'failed'>('open')
  const reading = useLibrary(language)
  const search = useSearch()
  const library = useMemo(
    () => (reading.kind === 'read' ? { find: reading.library.find, names: reading.library.names() } : null),
    [reading],
  )
  const begin = () => {
    setStart('busy')
    learner.practise(language, kind, search.query).then(setSession, () => setStart('failed'))
  }
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
      {library === null ? null : (
        <div className={styles.search}>
          <SearchBox search={search} names={library.names} />
          <p role="status" className={styles.lead}>
            {t('found', { count: library.find(search.query).length })}
          </p>
        </div>
      )}
      {start === 'failed' ? (
        <p role="alert" className={styles.lead}>
          {shell('text')}
        </p>
      ) : null}
      <Button weight="primary" large busy={start === 'busy'} onClick={begin}>
        {t('start')}
      </Button>
    </main>
  )
}
