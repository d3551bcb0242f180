import type { ReactNode } from 'react'
import { Button } from '../controls/button'
import styles from './plan.module.css'

/** A line of a list of the plan, and what can be done with it. */
export function PlanRow({
  children,
  deed,
  onDo,
}: {
  readonly children: ReactNode
  readonly deed: string
  readonly onDo: () => void
}) {
  return (
    <li className={styles.item}>
      <span>{children}</span>
      <Button weight="quiet" onClick={onDo}>
        {deed}
      </Button>
    </li>
  )
}
