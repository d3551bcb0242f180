'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { type ControlOf, defineInputKind, isClosed } from './input-kind'
import { cellVerdict, Mark } from './mark'
import styles from './match-input.module.css'
import { joined, parted } from './match-pairs'

type Side = 'left' | 'right'

function MatchInput({ input, answer, onChange, verdict, language }: ControlOf<'match'>) {
  const t = useTranslations('review.match')
  const closed = isClosed(verdict)
  const [held, setHeld] = useState<{ side: Side; id: string } | null>(null)
  const numberOf = (side: Side, id: string): number | null => {
    const left = side === 'left' ? id : answer.pairs.find(([, right]) => right === id)?.[0]
    if (left === undefined || !answer.pairs.some(([l]) => l === left)) return null
    return input.left.findIndex((item) => item.id === left) + 1
  }
  const tap = (side: Side, id: string) => {
    if (closed) return
    if (held === null || held.side === side) {
      const paired = numberOf(side, id) !== null
      if (paired) onChange({ kind: 'match', pairs: parted(answer.pairs, id) })
      setHeld(held?.id === id || paired ? null : { side, id })
      return
    }
    const [left, right] = side === 'left' ? [id, held.id] : [held.id, id]
    setHeld(null)
    onChange({ kind: 'match', pairs: joined(answer.pairs, left, right) })
  }
  const column = (side: Side) => (
    <ul className={styles.column}>
      {input[side].map((item) => {
        const pair = numberOf(side, item.id)
        const mark = closed && side === 'left' ? cellVerdict(verdict, item.id) : null
        return (
          <li key={item.id}>
            <button
              type="button"
              className={styles.item}
              aria-pressed={held?.side === side && held.id === item.id}
              disabled={closed}
              onClick={() => tap(side, item.id)}
            >
              <span className={styles.text}>
                <Blocks blocks={item.blocks} lang={language} />
              </span>
              {pair === null ? null : (
                <span className={styles.pair} data-pair={pair}>
                  <span className="heard">{t('pair')}</span>
                  {pair}
                </span>
              )}
              {mark === null ? null : <Mark state={mark.state} />}
            </button>
          </li>
        )
      })}
    </ul>
  )
  return (
    <div>
      {closed ? null : <p className={styles.hint}>{held === null ? t('hint') : t('held')}</p>}
      <div className={styles.columns}>
        {column('left')}
        {column('right')}
      </div>
    </div>
  )
}

/** Two columns joined by tapping one of each; the pair's number ties them together. */
export const matchKind = defineInputKind('match', {
  empty: () => ({ kind: 'match', pairs: [] }),
  ready: (answer, input) => answer.pairs.length === input.left.length,
  Control: MatchInput,
})
