'use client'

import { type KeyboardEvent, useId } from 'react'
import type { CellVerdict } from '@/lib/view/verdict'
import type { Step } from './cell-moves'
import { isComposing } from './composing'
import { Mark } from './mark'
import styles from './number-ask.module.css'

export interface NumberCellProps {
  readonly label: string
  readonly text: string
  readonly cell: CellVerdict | null
  readonly closed: boolean
  readonly quiet: boolean
  readonly wide: boolean
  readonly register: (node: HTMLInputElement | null) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onType: (text: string) => void
  readonly onStep: (step: Step) => boolean
  readonly onEnter: () => void
  readonly onPaste: (text: string) => boolean
}

/** Left and right walk inside the text first and leave it at its ends; up and down always leave. */
const stepOf = (event: KeyboardEvent<HTMLInputElement>): Step | null => {
  const { selectionStart, selectionEnd, value } = event.currentTarget
  if (event.key === 'ArrowUp') return 'up'
  if (event.key === 'ArrowDown') return 'down'
  const whole = selectionStart === 0 && selectionEnd === value.length
  if (event.key === 'ArrowLeft' && (whole || selectionEnd === 0)) return 'left'
  if (event.key === 'ArrowRight' && (whole || selectionStart === value.length)) return 'right'
  return null
}

/** One typed number, with its verdict below it. */
export function NumberCell(props: NumberCellProps) {
  const { cell, closed, text } = props
  const note = useId()
  const marked = cell !== null && (closed || cell.state === 'unreadable')
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || closed) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return props.onEnter()
    }
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepOf(event)
    if (step !== null && props.onStep(step)) event.preventDefault()
  }
  return (
    <span className={styles.cell}>
      <input
        ref={props.register}
        type="text"
        inputMode={props.quiet ? 'none' : 'text'}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="next"
        className={styles.input}
        style={{ minInlineSize: `${Math.min(12, Math.max(props.wide ? 7 : 4, text.length + 1))}ch` }}
        value={text}
        readOnly={closed}
        aria-label={props.label}
        aria-invalid={cell?.state === 'unreadable'}
        aria-describedby={marked ? note : undefined}
        data-state={marked ? cell.state : undefined}
        onFocus={props.onFocus}
        // A tap on the cell that has the focus already brings a folded keypad back.
        onClick={props.onFocus}
        onBlur={props.onBlur}
        onChange={(event) => props.onType(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (props.onPaste(event.clipboardData.getData('text'))) event.preventDefault()
        }}
      />
      {marked ? (
        <span className={styles.note} id={note}>
          <Mark state={cell.state} worded={props.wide} />
          {cell.state === 'wrong' && !props.wide ? <b className={styles.key}>{cell.key}</b> : null}
        </span>
      ) : null}
    </span>
  )
}
