'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import type { Mark } from '@/lib/client/notes/desk'
import { notesParts, type Placed } from './notes-pieces'
import styles from './notes-text.module.css'
import { decidedOf } from './proposal-filter'

/** The notes as they were written, and nothing but text: each stretch a proposal comes from is marked and leads to it. */
export function NotesText({
  text,
  cards,
  marks,
  active,
  onActive,
  onPoint,
}: {
  readonly text: string
  /** Those of this page of the list. */
  readonly cards: readonly Placed[]
  readonly marks: ReadonlyMap<string, Mark>
  readonly active: string | null
  readonly onActive: (card: string) => void
  /** The pointer is over what this proposal comes from; null once it has left. */
  readonly onPoint: (card: string | null) => void
}) {
  const t = useTranslations('teach.notes')
  const parts = useMemo(() => notesParts(text, cards), [text, cards])
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const own = frame.current
    const mark = own?.querySelector('[data-active=true]')
    if (!own || !(mark instanceof HTMLElement)) return
    const [top, bottom] = [mark.offsetTop, mark.offsetTop + mark.offsetHeight]
    if (top < own.scrollTop || bottom > own.scrollTop + own.clientHeight)
      own.scrollTop = Math.max(0, top - own.clientHeight / 3)
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard.
    <section ref={frame} className={styles.notes} aria-label={t('notes')} tabIndex={0}>
      {parts.map((part) => {
        if (part.kind === 'gap')
          return (
            <div key={`gap-${part.gap.from}`} className={styles.gap}>
              {t('gap', { lines: part.gap.lines })}
            </div>
          )
        const { piece } = part
        const [first] = piece.cards
        if (first === undefined) return <span key={piece.from}>{piece.text}</span>
        const lit = active !== null && piece.cards.includes(active)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it is the way by keyboard; j and k move both.
          <mark
            key={piece.from}
            className={styles.mark}
            data-active={lit}
            data-decided={decidedOf(marks, first)}
            onClick={() => onActive(first)}
            onPointerEnter={() => onPoint(first)}
            onPointerLeave={() => onPoint(null)}
          >
            {piece.text}
          </mark>
        )
      })}
    </section>
  )
}
