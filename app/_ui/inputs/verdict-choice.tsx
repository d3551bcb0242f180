'use client'

import { type ReactNode, useId } from 'react'
import { type InlineContext, Inlines } from '@/app/_ui/blocks/inline'
import type { Inline } from '@/lib/view/block'
import type { CellVerdict } from '@/lib/view/verdict'
import { Mark } from './mark'
import styles from './number-ask.module.css'

/** Options stand alone: no numbers are put in and nothing is linked. */
const plain: InlineContext = { values: {}, deck: null, Inside: ({ children }) => children }

interface VerdictChoiceProps {
  readonly label: ReactNode
  readonly name: string
  readonly options: readonly (readonly Inline[])[]
  /** The chosen option's number from 0, as typed text. */
  readonly chosen: string
  readonly cell: CellVerdict | null
  readonly closed: boolean
  readonly onChoose: (text: string) => void
}

/** A verdict question: one of a few words instead of a number. */
export function VerdictChoice({ label, name, options, chosen, cell, closed, onChoose }: VerdictChoiceProps) {
  const group = useId()
  return (
    <fieldset className={styles.verdicts} disabled={closed} aria-label={name}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option, index) => {
        const value = String(index)
        return (
          // Options never change their order while the card is shown, so their number is who they are.
          <label key={value} className={styles.verdict} data-chosen={chosen === value}>
            <input type="radio" name={group} checked={chosen === value} onChange={() => onChoose(value)} />
            <span>
              <Inlines context={plain}>{option}</Inlines>
            </span>
            {closed && cell !== null && chosen === value ? <Mark state={cell.state} /> : null}
            {closed && cell?.state === 'wrong' && cell.key === value ? <Mark state="right" /> : null}
          </label>
        )
      })}
    </fieldset>
  )
}
