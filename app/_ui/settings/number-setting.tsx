'use client'

import { useId, useState } from 'react'
import { isComposing } from '../inputs/composing'
import { Row } from './row'
import styles from './settings.module.css'

/** A whole number in a range; what cannot be read as one falls back to what it was. */
export function NumberSetting({
  label,
  hint,
  value,
  least = 0,
  most,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: number
  readonly least?: number
  readonly most: number
  readonly onChange: (value: number) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    // An input method writes digits as wide as signs.
    const plain = typed?.normalize('NFKC').trim() ?? ''
    const read = /^\d+$/.test(plain) ? Math.max(least, Math.min(most, Number(plain))) : value
    setTyped(null)
    if (read !== value) onChange(read)
  }
  return (
    <Row label={label} htmlFor={id} {...(hint ? { hint } : {})}>
      <input
        id={id}
        className={styles.number}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) commit()
        }}
      />
    </Row>
  )
}
