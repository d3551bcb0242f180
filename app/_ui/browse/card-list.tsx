'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CardId } from '@/lib/core/id'
import { cardLine } from '@/lib/search/card-text'
import type { LibraryCard } from '@/lib/search/library'
import styles from './browse.module.css'
import { useStateWords } from './use-state-words'

/** Every row is as high as this, so that a hundred thousand of them can be placed without being made. */
const rowHeight = 64
const spare = 6

/** The cards found; only those in sight are in the page. */
export function CardList({
  cards,
  today,
  selected,
  onSelect,
  onOpen,
}: {
  readonly cards: readonly LibraryCard[]
  readonly today: number
  readonly selected: ReadonlySet<CardId>
  readonly onSelect: (id: CardId, on: boolean) => void
  readonly onOpen: (card: LibraryCard) => void
}) {
  const t = useTranslations('browse')
  const words = useStateWords(today)
  const frame = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(640)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watch = new ResizeObserver(() => setHeight(element.clientHeight))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another result is read from its beginning
  useEffect(() => {
    frame.current?.scrollTo(0, 0)
  }, [cards.length])
  const first = Math.max(0, Math.floor(top / rowHeight) - spare)
  const last = Math.min(cards.length, Math.ceil((top + height) / rowHeight) + spare)

  /** Arrows go from row to row; the row is there before it takes the focus. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    if (step === undefined || !row) return
    event.preventDefault()
    const next = Math.max(0, Math.min(cards.length - 1, Number(row.dataset.row) + step))
    const part = event.target instanceof HTMLInputElement ? 'input' : 'button'
    const element = frame.current
    if (!element) return
    const y = next * rowHeight
    if (y < element.scrollTop) element.scrollTop = y
    if (y + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = y + rowHeight - element.clientHeight
    setTop(element.scrollTop)
    requestAnimationFrame(() => element.querySelector<HTMLElement>(`[data-row="${next}"] ${part}`)?.focus())
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows' own controls
    <div
      ref={frame}
      className={styles.list}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <ul aria-label={t('list')} style={{ blockSize: cards.length * rowHeight }} className={styles.rows}>
        {cards.slice(first, last).map((card, index) => {
          const name = card.content === null ? card.id : cardLine(card.content) || card.id
          const place = first + index
          const style: CSSProperties = { insetBlockStart: place * rowHeight }
          return (
            <li
              key={card.id}
              className={styles.row}
              style={style}
              data-row={place}
              data-selected={selected.has(card.id)}
              aria-setsize={cards.length}
              aria-posinset={place + 1}
            >
              <label className={styles.pick}>
                <input
                  type="checkbox"
                  checked={selected.has(card.id)}
                  aria-label={t('select', { name })}
                  onChange={({ target }) => onSelect(card.id, target.checked)}
                />
              </label>
              <button
                type="button"
                className={styles.open}
                aria-label={t('open', { name })}
                onClick={() => onOpen(card)}
              >
                <span className={styles.name}>{name}</span>
                <span className={styles.meta}>
                  {[...words(card), card.card?.heading.at(-1) ?? card.deck].join(' · ')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
