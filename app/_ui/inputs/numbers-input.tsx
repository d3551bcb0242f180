'use client'

import { useTranslations } from 'next-intl'
import { useContext, useState } from 'react'
import { createPortal } from 'react-dom'
import { readMatrix } from '@/lib/compute/marking/read-matrix'
import type { NumberAsk } from '@/lib/view/input'
import { type CellPlace, cellsInOrder, gridOf, isFilled, neighbour, nextEmpty, type Step } from './cell-moves'
import { useCoarsePointer } from './coarse-pointer'
import { filled } from './fill-grid'
import { type ControlOf, defineInputKind, isClosed } from './input-kind'
import { Keypad } from './keypad'
import styles from './keypad.module.css'
import { KeypadDock } from './keypad-dock'
import { type KeypadKey, pressed } from './keypad-keys'
import { KeypadPurpose } from './keypad-purpose'
import { NumberAskField } from './number-ask'
import { useAfterTap } from './use-after-tap'
import { useCellFields } from './use-cell-fields'

const empties = (ask: NumberAsk): readonly string[] => {
  const { rows, columns } = gridOf(ask.shape)
  return Array.from({ length: ask.options === null ? rows * columns : 1 }, () => '')
}

function NumbersInput({ input, answer, onChange, onSubmit, verdict, autoFocus }: ControlOf<'numbers'>) {
  const t = useTranslations('compute')
  const { asks } = input
  const closed = isClosed(verdict)
  const coarse = useCoarsePointer()
  const dock = useContext(KeypadDock)
  const purpose = useContext(KeypadPurpose)
  const [active, setActive] = useState<CellPlace | null>(cellsInOrder(asks)[0] ?? null)
  const [focused, setFocused] = useState(false)
  const [folded, setFolded] = useState(false)
  const afterTap = useAfterTap()
  const open = coarse && !closed && (dock !== null || focused)
  const docked = open && dock !== null && !folded
  const cells = useCellFields({ autoFocus, verdict, keypad: open && !folded })

  const write = (ask: string, cells: readonly string[]) =>
    onChange({ kind: 'numbers', cells: { ...answer.cells, [ask]: cells } })
  const type = (place: CellPlace, text: string) => {
    const ask = asks.find((candidate) => candidate.name === place.ask)
    if (ask === undefined || closed) return
    const before = answer.cells[ask.name] ?? empties(ask)
    write(
      ask.name,
      before.map((cell, index) => (index === place.index ? text : cell)),
    )
  }
  const paste = (ask: NumberAsk, index: number, text: string): boolean => {
    const before = answer.cells[ask.name] ?? empties(ask)
    const rows = before.length > 1 && !closed ? readMatrix(text) : null
    if (rows === null || rows.flat().length < 2) return false
    write(ask.name, filled(before, ask.shape, index, rows))
    return true
  }
  const enter = (place: CellPlace) => {
    const empty = nextEmpty(asks, answer.cells, place)
    if (empty === null) onSubmit()
    else cells.focus(empty)
  }
  const onKey = (key: KeypadKey) => {
    if (active === null) return
    if (key.kind === 'check') return onSubmit()
    const field = cells.find(active)
    if (key.kind === 'next' || key.kind === 'previous') {
      return cells.focus(neighbour(asks, active, key.kind === 'next' ? 'right' : 'left') ?? active)
    }
    if (field === undefined) return
    if (document.activeElement !== field) field.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const end = field.value.length
    const next = pressed({ text: field.value, start: field.selectionStart ?? end, end: field.selectionEnd ?? end }, key)
    cells.keepCaret(active, next.start)
    type(active, next.text)
  }

  const keypad = open ? (
    <Keypad
      onKey={onKey}
      canCheck={purpose === 'next' || isFilled(asks, answer.cells)}
      last={purpose === 'next' ? 'nextQuestion' : 'check'}
      fold={dock === null ? null : { folded, onFold: setFolded }}
    />
  ) : null
  return (
    <div data-docked={docked}>
      {asks.map((ask) => (
        <NumberAskField
          key={ask.name}
          ask={ask}
          cells={answer.cells[ask.name] ?? empties(ask)}
          verdict={verdict}
          closed={closed}
          quiet={coarse}
          register={(index, node) => cells.register({ ask: ask.name, index }, node)}
          onFocus={(index) => {
            setActive({ ask: ask.name, index })
            afterTap.never()
            setFocused(true)
            setFolded(false)
          }}
          onBlur={() => afterTap.later(() => setFocused(false))}
          onType={(index, text) => type({ ask: ask.name, index }, text)}
          onStep={(index, step: Step) => {
            const to = neighbour(asks, { ask: ask.name, index }, step)
            cells.focus(to)
            return to !== null
          }}
          onEnter={(index) => enter({ ask: ask.name, index })}
          onPaste={(index, text) => paste(ask, index, text)}
        />
      ))}
      {asks.some((ask) => ask.options === null && ask.shape.length > 0) && !closed && !coarse ? (
        <p className={styles.hint}>{t('pasteHint')}</p>
      ) : null}
      {keypad === null
        ? null
        : createPortal(dock === null ? <div className={styles.floating}>{keypad}</div> : keypad, dock ?? document.body)}
    </div>
  )
}

/** Numbers in the shape of the answer. */
export const numbersKind = defineInputKind('numbers', {
  empty: (input) => ({
    kind: 'numbers',
    cells: Object.fromEntries(input.asks.map((ask) => [ask.name, empties(ask)])),
  }),
  ready: (answer, input) => isFilled(input.asks, answer.cells),
  Control: NumbersInput,
})
