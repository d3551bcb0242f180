'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { cardForms } from '@/lib/cards/forms'
import type { CardLine } from '@/lib/client/editor/card-line'
import type { DraftCheck } from '@/lib/client/editor/draft-reader'
import styles from './card-index.module.css'
import { CardRow } from './card-row'
import type { Place } from './use-editor'

/** More lines than this are found by typing a part of them. */
const mostShown = 3000

/** The draft's files and cards: what stands where, what is wrong, and the way to a new card. */
export function CardIndex({
  check,
  files,
  place,
  onOpen,
  onCard,
  onNew,
  onGallery,
}: {
  readonly check: DraftCheck | null
  /** Paths that are no figures. */
  readonly files: readonly string[]
  readonly place: Place | null
  readonly onOpen: (path: string, line: number) => void
  readonly onCard: (card: CardLine) => void
  readonly onNew: (type: string) => void
  readonly onGallery: () => void
}) {
  const t = useTranslations('editor')
  const types = useTranslations('editor.types')
  const [wanted, setWanted] = useState('')
  const [making, setMaking] = useState(false)
  const latest = useRef(onCard)
  latest.current = onCard
  const openLatest = useCallback((card: CardLine) => latest.current(card), [])
  const opener = useRef<HTMLElement>(null)
  const made = (act: () => void) => {
    // The button goes away with the list it stands in: the focus, and a sheet that gives it back, have this one.
    opener.current?.focus()
    setMaking(false)
    act()
  }
  const all = check?.cards ?? []
  const cards = all.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(wanted.toLowerCase()))
  const here = all.findLast((card) => card.path === place?.path && card.line <= place.line)
  return (
    <nav className={styles.index} aria-label={t('index.label')}>
      <details className={styles.new} open={making} onToggle={(event) => setMaking(event.currentTarget.open)}>
        <summary ref={opener}>{t('index.new')}</summary>
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
        {/* By its place: a line put in above leaves the rows and the focus where they are. */}
        {cards.slice(0, mostShown).map((card, i) => (
          <CardRow key={i} card={card} here={card === here} onOpen={openLatest} />
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
