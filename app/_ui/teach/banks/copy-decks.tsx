'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type DeckListing, decodeDeckList } from '@/lib/client/decode-bundle'
import { fetchJson } from '@/lib/client/fetch-json'
import { inLanguage, type Language } from '@/lib/core/language'
import styles from './banks.module.css'
import { CopyBank } from './copy-bank'

const fetchHere: typeof fetch = (input, init) => globalThis.fetch(input, init)

/** Decks that somebody reads and does not write, to begin a bank of one's own with. Nothing where there are none. */
export function CopyDecks({ own, language }: { readonly own: readonly string[]; readonly language: Language }) {
  const t = useTranslations('teach')
  const [decks, setDecks] = useState<readonly DeckListing[]>([])
  const summary = useRef<HTMLElement>(null)
  useEffect(() => {
    let left = false
    void fetchJson(fetchHere, '/api/decks', decodeDeckList).then((answer) => {
      if (!left && answer.ok) setDecks(answer.value.decks)
    })
    return () => {
      left = true
    }
  }, [])
  useEffect(() => {
    // Whoever was sent here came before the decks did: the browser found no such place yet.
    if (decks.length === 0 || window.location.hash !== '#copy') return
    summary.current?.scrollIntoView({ block: 'center' })
    summary.current?.focus({ preventScroll: true })
  }, [decks])
  const others = decks.filter(({ id }) => !own.includes(id))
  if (others.length === 0) return null
  return (
    <details className={styles.details} id="copy">
      <summary ref={summary}>{t('copy.title')}</summary>
      <p className={styles.about}>{t('copy.lead')}</p>
      <ul className={styles.list}>
        {others.map(({ id, title, cards }) => (
          <li key={id} className={styles.item}>
            <p>
              <strong>{inLanguage(title, language)}</strong>{' '}
              <span className={styles.about}>{t('cards', { count: cards })}</span>
            </p>
            <CopyBank deck={id} language={language} title={inLanguage(title, language)} />
          </li>
        ))}
      </ul>
    </details>
  )
}
