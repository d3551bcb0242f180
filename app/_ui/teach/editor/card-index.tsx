'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { cardForms } from '@/lib/cards/forms'
import type { CardLine } from '@/lib/client/editor/card-line'
import type { DraftCheck } from '@/lib/client/editor/draft-reader'
import styles from './card-index.module.css'
import type { Place } from './use-editor'

/** More lines than this are found by typing a part of them. */
const mostShown = 300

/** The draft's files and cards: what stands where, what is wrong, and the way to a new card. */
export function CardIndex({
  check,
  files,
  place,
  onOpen,
  onNew,
  onGallery,
}: {
  readonly check: DraftCheck | null
  /** Paths that are no figures. */
  readonly files: readonly string[]
  readonly place: Place | null
  readonly onOpen: (path: string, line: number) => void
  readonly onNew: (type: string) => void
  readonly onGallery: () => void
}) {
  const t = useTranslations('editor')
  const types = useTranslations('editor.types')
  const [wanted, setWanted] = useState('')
  const [making, setMaking] = useState(false)
  const made = (act: () => void) => {
    setMaking(false)
    act()
  }
  const cards = (check?.cards ?? []).filter(({ id, title }) =>
    `${id} ${title}`.toLowerCase().includes(wanted.toLowerCase()),
  )
  const isHere = (card: CardLine, i: number) => {
    const next = cards[i + 1]
    const below = next === undefined || next.path !== card.path ? Number.POSITIVE_INFINITY : next.line
    return place?.path === card.path && place.line >= card.line && place.line < below
  }
  return (
    <nav className={styles.index} aria-label={t('index.label')}>
      <details className={styles.new} open={making} onToggle={(event) => setMaking(event.currentTarget.open)}>
        <summary>{t('index.new')}</summary>
        <ul className={styles.types}>
          {cardForms.map(({ type }) => (
            <li key={type}>
              <Button weight="quiet" onClick={() => made(() => onNew(type))}>
                {types(type)}
              </Button>
            </li>
          ))}
          <li>
            <Button weight="quiet" onClick={() => made(onGallery)}>
              {t('index.gallery')}
            </Button>
          </li>
        </ul>
      </details>
      {(check?.cards.length ?? 0) > 8 ? (
        <input
          className={styles.find}
          type="search"
          value={wanted}
          placeholder={t('index.find')}
          aria-label={t('index.find')}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <ol className={styles.cards}>
        {cards.slice(0, mostShown).map((card, i) => (
          <li key={`${card.path} ${card.line}`}>
            <button
              type="button"
              className={styles.card}
              aria-current={isHere(card, i) ? 'true' : undefined}
              onClick={() => onOpen(card.path, card.line)}
            >
              <span className={styles.id}>
                {card.errors > 0 ? (
                  <span className={styles.bad}>
                    ✗<span className="heard"> {t('index.errors', { count: card.errors })}</span>
                  </span>
                ) : card.warnings > 0 ? (
                  <span>
                    !<span className="heard"> {t('index.warnings', { count: card.warnings })}</span>
                  </span>
                ) : null}{' '}
                {card.id === '' ? t('index.unnamed') : card.id}
              </span>
              <span className={styles.title}>{card.title}</span>
            </button>
          </li>
        ))}
      </ol>
      {cards.length > mostShown ? (
        <p className={styles.more}>{t('index.more', { count: cards.length - mostShown })}</p>
      ) : null}
      {check !== null && check.cards.length === 0 ? <p className={styles.more}>{t('index.empty')}</p> : null}
      <h2 className={styles.heading}>{t('index.files')}</h2>
      <ul className={styles.files}>
        {files.map((path) => (
          <li key={path}>
            <button
              type="button"
              className={styles.file}
              aria-current={place?.path === path ? 'true' : undefined}
              onClick={() => onOpen(path, 1)}
            >
              {path}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
