'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AskableCard } from '@/lib/exam/protocol/staff'
import { Button } from '../../controls/button'
import { Labelled } from './labelled'
import styles from './staff.module.css'

export interface DeckName {
  readonly id: string
  readonly title: string
}

interface CardChoiceProps {
  readonly decks: readonly DeckName[]
  readonly deck: string
  /** Null while they are on their way. */
  readonly cards: readonly AskableCard[] | null
  readonly chosen: ReadonlySet<string>
  readonly onDeck: (deck: string) => void
  readonly onAdd: (card: AskableCard) => void
}

const mostShown = 30

/** Cards of a deck to choose from, narrowed by words of their question, heading, concepts or type. */
export function CardChoice({ decks, deck, cards, chosen, onDeck, onAdd }: CardChoiceProps) {
  const t = useTranslations('examining.questions')
  const [words, setWords] = useState('')
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const found = (cards ?? []).filter(({ text, heading, concepts, type, card }) => {
    const all = [text, ...heading, ...concepts, type, card].join(' ').toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
  return (
    <div className={styles.chooser}>
      <div className={styles.form}>
        <Labelled label={t('deck')}>
          {(id) => (
            <select id={id} className={styles.input} value={deck} onChange={(event) => onDeck(event.target.value)}>
              {decks.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t('filter')}>
          {(id) => (
            <input
              id={id}
              className={styles.input}
              type="search"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Labelled>
      </div>
      {cards !== null && found.length === 0 ? <p className={styles.about}>{t('none')}</p> : null}
      <ul className={styles.list}>
        {found.slice(0, mostShown).map((card) => (
          <li key={card.card} className={styles.row}>
            <span className={styles.rowText}>
              {card.text}
              <span className={styles.about}>
                {' '}
                · {card.type} · {card.heading.join(' › ')}
                {card.open ? ` · ${t('open')}` : ''}
              </span>
            </span>
            {chosen.has(card.card) ? (
              <span className={styles.about}>{t('added')}</span>
            ) : (
              <Button onClick={() => onAdd(card)}>{t('add')}</Button>
            )}
          </li>
        ))}
      </ul>
      {found.length > mostShown ? (
        <p className={styles.about}>{t('more', { count: found.length - mostShown })}</p>
      ) : null}
    </div>
  )
}
