'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { isComposing } from '../inputs/composing'
import { Row } from '../settings/row'
import styles from './plan.module.css'
import { readSteps, writeSteps } from './read-steps'

/** Short steps as `1m 10m`; what cannot be read stays in the field with the reason, and is not kept. */
export function StepsSetting({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly value: readonly number[]
  readonly onChange: (steps: readonly number[]) => void
}) {
  const t = useTranslations('plan')
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? value : readSteps(typed)
  const commit = () => {
    if (typed === null || read === null) return
    setTyped(null)
    if (writeSteps(read) !== writeSteps(value)) onChange(read)
  }
  return (
    <Row label={label} hint={hint} htmlFor={id}>
      <input
        id={id}
        className={styles.steps}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={t('noSteps')}
        value={typed ?? writeSteps(value)}
        aria-invalid={read === null || undefined}
        aria-describedby={read === null ? `${id}-fault` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) commit()
        }}
      />
      {read === null && (
        <p id={`${id}-fault`} className={styles.fault} role="alert">
          {t('stepsFault')}
        </p>
      )}
    </Row>
  )
}
