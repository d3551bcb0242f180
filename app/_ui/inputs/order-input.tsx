'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { type ControlOf, defineInputKind, isClosed } from './input-kind'
import { cellVerdict, Mark } from './mark'
import styles from './order-input.module.css'
import { moved, nearestRow } from './order-moves'

function OrderInput({ input, answer, onChange, verdict, language }: ControlOf<'order'>) {
  const t = useTranslations('review.order')
  const closed = isClosed(verdict)
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const blocksOf = new Map(input.items.map((item) => [item.id, item.blocks]))

  const move = (from: number, to: number) => {
    const order = moved(answer.order, from, to)
    if (closed || order === answer.order) return
    setTold(t('moved', { place: to + 1, of: order.length }))
    onChange({ kind: 'order', order })
  }
  const dragTo = (y: number) => {
    const from = dragged === null ? -1 : answer.order.indexOf(dragged)
    if (from < 0 || list.current === null) return
    const middles = [...list.current.children].map((row) => {
      const box = row.getBoundingClientRect()
      return box.top + box.height / 2
    })
    move(from, nearestRow(middles, y))
  }
  return (
    <>
      <ol className={styles.list} ref={list}>
        {answer.order.map((id, index) => {
          const mark = closed ? cellVerdict(verdict, id, 0) : null
          return (
            <li key={id} className={styles.item} data-dragged={dragged === id}>
              {closed ? null : (
                <span
                  className={styles.handle}
                  aria-hidden="true"
                  onPointerDown={(event) => {
                    event.currentTarget.setPointerCapture(event.pointerId)
                    setDragged(id)
                  }}
                  onPointerMove={(event) => dragTo(event.clientY)}
                  onPointerUp={() => setDragged(null)}
                  onPointerCancel={() => setDragged(null)}
                >
                  ⠿
                </span>
              )}
              <span className={styles.place}>{index + 1}</span>
              <div className={styles.text}>
                <Blocks blocks={blocksOf.get(id) ?? []} lang={language} />
              </div>
              {closed ? (
                mark === null ? null : (
                  <Mark state={mark.state} />
                )
              ) : (
                <span className={styles.buttons}>
                  <button
                    type="button"
                    aria-label={t('up', { place: index + 1 })}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    aria-label={t('down', { place: index + 1 })}
                    disabled={index === answer.order.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    ↓
                  </button>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p className="heard" aria-live="polite">
        {told}
      </p>
    </>
  )
}

/** A list put in order by dragging or by buttons. */
export const orderKind = defineInputKind('order', {
  empty: (input) => ({ kind: 'order', order: input.items.map((item) => item.id) }),
  ready: () => true,
  Control: OrderInput,
})
