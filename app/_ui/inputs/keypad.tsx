'use client'

import { useTranslations } from 'next-intl'
import type { PointerEvent } from 'react'
import styles from './keypad.module.css'
import type { KeypadKey } from './keypad-keys'

interface Face {
  readonly key: KeypadKey
  readonly face: string
  /** Key of the spoken name; a digit is its own name. */
  readonly name: string | null
}

const digit = (text: string): Face => ({ key: { kind: 'digit', digit: text }, face: text, name: null })
const sign = (kind: Exclude<KeypadKey['kind'], 'digit'>, face: string): Face => ({ key: { kind }, face, name: kind })

/** In reading order, five to a row. */
const faces: readonly Face[] = [
  ...['7', '8', '9'].map(digit),
  sign('sign', '±'),
  sign('previous', '←'),
  ...['4', '5', '6'].map(digit),
  sign('exponent', 'e'),
  sign('next', '→'),
  ...['1', '2', '3'].map(digit),
  sign('fraction', '/'),
  sign('erase', '⌫'),
  digit('0'),
  sign('point', '.'),
]

// The field keeps the focus: a key that took it would close the caret it types at.
const keepFocus = (event: PointerEvent) => event.preventDefault()

interface KeypadProps {
  readonly onKey: (key: KeypadKey) => void
  readonly canCheck: boolean
  /** What the last key does; `done`: there is nothing to check here, it only puts the keypad away. */
  readonly last?: 'check' | 'done' | 'nextQuestion'
  /** Folded away but for its last row, so that a long question can be read; null where it closes by itself. */
  readonly fold?: { readonly folded: boolean; readonly onFold: (folded: boolean) => void } | null
}

/** The docked keypad: system number pads on phones lack a minus, and cover the cell that is being filled. */
export function Keypad({ onKey, canCheck, last = 'check', fold = null }: KeypadProps) {
  const t = useTranslations('compute.keypad')
  return (
    <fieldset className={styles.keypad} aria-label={t('label')} data-keypad>
      {(fold?.folded ? [] : faces).map(({ key, face, name }) => (
        <button
          key={name ?? face}
          type="button"
          tabIndex={-1}
          className={name === null || name === 'point' ? styles.digit : styles.sign}
          aria-label={name === null ? face : t(name)}
          onPointerDown={keepFocus}
          onClick={() => onKey(key)}
        >
          {face}
        </button>
      ))}
      {fold === null ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          aria-label={t(fold.folded ? 'unfold' : 'fold')}
          aria-expanded={!fold.folded}
          onPointerDown={keepFocus}
          onClick={() => fold.onFold(!fold.folded)}
        >
          <span aria-hidden="true">{fold.folded ? `${t('keys')} \u25b4` : '\u25be'}</span>
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className={styles.check}
        disabled={!canCheck}
        onPointerDown={keepFocus}
        onClick={() => onKey({ kind: 'check' })}
      >
        {t(last)}
      </button>
    </fieldset>
  )
}
