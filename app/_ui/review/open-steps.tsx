'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AsideButton } from '../controls/aside-button'
import styles from './card-face.module.css'
import type { StepEntryProps } from './step-entry'
import { useLater } from './use-later'

const loadEntry = async () => (await import('./step-entry')).StepEntry

/** A quiet way to the fields for the steps in between; open at once where some have been typed. */
export function OpenSteps(props: StepEntryProps) {
  const t = useTranslations('compute.entry')
  const [open, setOpen] = useState(props.steps !== null)
  const StepEntry = useLater(open, loadEntry)
  if (StepEntry === 'missing') return <p className={styles.engine}>{t('missing')}</p>
  if (open && StepEntry !== null) return <StepEntry {...props} />
  return (
    <AsideButton aria-expanded={open} onClick={() => setOpen(true)}>
      {t(props.answer === null ? 'openBefore' : 'open')}
    </AsideButton>
  )
}
