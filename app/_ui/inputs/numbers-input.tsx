'use client'

import { useTranslations } from 'next-intl'
import { useContext, useLayoutEffect, useRef, useState } from 'react'
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

const keyOf = ({ ask, index }: CellPlace): string => `${ask} ${index}`
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
  const fields = useRef(new Map<string, HTMLInputElement>())
  const [active, setActive] = useState<CellPlace | null>(cellsInOrder(asks)[0] ?? null)
  const [focused, setFocused] = useState(false)
  const caret = useRef<{ place: CellPlace; at: number } | null>(null)

  const focus = (place: CellPlace | null) => {
    const field = place === null ? undefined : fields.current.get(keyOf(place))
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    field?.select()
  }
  const write = (ask: string, cells: readonly string[]) =>
    onChange({ kind: 'numbers', cells: { ...answer.cells, [ask]: cells } })
  const type = (place: CellPlace, text: string) => {
    const ask = asks.find((candidate) => candidate.name === place.ask)
    if (ask === undefined || closed) return
    const cells = answer.cells[ask.name] ?? empties(ask)
    write(
      ask.name,
      cells.map((cell, index) => (index === place.index ? text : cell)),
    )
  }
  const paste = (ask: NumberAsk, index: number, text: string): boolean => {
    const cells = answer.cells[ask.name] ?? empties(ask)
    const rows = cells.length > 1 && !closed ? readMatrix(text) : null
    if (rows === null || rows.flat().length < 2) return false
    write(ask.name, filled(cells, ask.shape, index, rows))
    return true
  }
  const enter = (place: CellPlace) => {
    const empty = nextEmpty(asks, answer.cells, place)
    if (empty === null) onSubmit()
    else focus(empty)
  }
  const onKey = (key: KeypadKey) => {
    if (active === null) return
    if (key.kind === 'check') return onSubmit()
    const field = fields.current.get(keyOf(active))
    if (key.kind === 'next' || key.kind === 'previous') {
      return focus(neighbour(asks, active, key.kind === 'next' ? 'right' : 'left') ?? active)
    }
    if (field === undefined) return
    if (document.activeElement !== field) field.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const end = field.value.length
    const next = pressed({ text: field.value, start: field.selectionStart ?? end, end: field.selectionEnd ?? end }, key)
    caret.current = { place: active, at: next.start }
    type(active, next.text)
  }

  // React puts the caret at the end when it writes the value; the keypad types where the caret was.
  useLayoutEffect(() => {
    if (caret.current === null) return
    const { place, at } = caret.current
    caret.current = null
    fields.current.get(keyOf(place))?.setSelectionRange(at, at)
  })
  const first = useRef(autoFocus)
  useLayoutEffect(() => {
    if (first.current) fields.current.values().next().value?.focus({ preventScroll: true })
    first.current = false
  }, [])
  // A cell that could not be read takes the focus, so that the next keystroke repairs it.
  const shown = useRef(verdict)
  useLayoutEffect(() => {
    if (shown.current === verdict) return
    shown.current = verdict
    if (verdict?.kind !== 'unreadable') return
    const cell = verdict.cells.find(({ state }) => state === 'unreadable' || state === 'empty')
    const field = cell === undefined ? undefined : fields.current.get(`${cell.part} ${cell.index}`)
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'nearest' })
  })

  const keypad =
    coarse && !closed && (dock !== null || focused) ? (
      <Keypad
        onKey={onKey}
        canCheck={purpose === 'next' || isFilled(asks, answer.cells)}
        last={purpose === 'next' ? 'nextQuestion' : 'check'}
      />
    ) : null
  return (
    <div>
      {asks.map((ask) => (
        <NumberAskField
          key={ask.name}
          ask={ask}
          cells={answer.cells[ask.name] ?? empties(ask)}
          verdict={verdict}
          closed={closed}
          quiet={coarse}
          register={(index, node) => {
            const name = keyOf({ ask: ask.name, index })
            if (node === null) fields.current.delete(name)
            else fields.current.set(name, node)
          }}
          onFocus={(index) => {
            setActive({ ask: ask.name, index })
            setFocused(true)
          }}
          onBlur={() => setFocused(false)}
          onType={(index, text) => type({ ask: ask.name, index }, text)}
          onStep={(index, step: Step) => {
            const to = neighbour(asks, { ask: ask.name, index }, step)
            focus(to)
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
