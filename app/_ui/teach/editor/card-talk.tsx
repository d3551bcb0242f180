import type { ReactNode } from 'react'
import type { DraftCheck } from '@/lib/client/editor/draft-reader'
import styles from './checks-pane.module.css'

/** What others say about cards of a draft, each with the way to its card. */
export function CardTalk({
  title,
  said,
  check,
  onOpen,
  children,
}: {
  readonly title: string
  readonly said: readonly {
    readonly id: string
    /** Authored id of the card. */
    readonly card: string
    readonly quote: string
    readonly text: string
  }[]
  readonly check: DraftCheck
  readonly onOpen: (path: string, line: number) => void
  /** Where more can be done about it. */
  readonly children: ReactNode
}) {
  if (said.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {said.map(({ id, card, quote, text }) => {
          const line = check.cards.find((one) => one.id === card)
          return (
            <li key={id} className={styles.item}>
              {line === undefined ? (
                <p className={styles.place}>{card}</p>
              ) : (
                <button type="button" className={styles.place} onClick={() => onOpen(line.path, line.line)}>
                  {card}
                </button>
              )}
              {quote === '' ? null : <blockquote className={styles.quote}>{quote}</blockquote>}
              <p>{text}</p>
            </li>
          )
        })}
      </ul>
      <p>{children}</p>
    </section>
  )
}
