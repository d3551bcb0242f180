import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FigureMask } from '@/lib/view/block'
import styles from './figure-masks.module.css'

/** A picture with parts of it covered. Who cannot see it hears of the asked part only, and where it is. */
export function FigureMasks({
  masks,
  children,
}: {
  readonly masks: readonly FigureMask[]
  readonly children: ReactNode
}) {
  const t = useTranslations('blocks')
  return (
    <div className={styles.stage}>
      {children}
      {masks.map(({ box: [left, top, width, height], state }) => (
        <span
          key={`${left} ${top} ${width} ${height}`}
          className={styles.mask}
          data-state={state}
          style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
          {...(state === 'covered'
            ? { 'aria-hidden': true }
            : {
                role: 'img',
                'aria-label': t(state === 'asked' ? 'maskAsked' : 'maskShown', {
                  across: Math.round(left + width / 2),
                  down: Math.round(top + height / 2),
                }),
              })}
        >
          {state === 'asked' ? '?' : null}
        </span>
      ))}
    </div>
  )
}
