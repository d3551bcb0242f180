import { useTranslations } from 'next-intl'
import type { Diagnostic } from '@/lib/core/diagnostic'
import styles from './form-pane.module.css'

/** What is wrong with a field, below it, with its cure. */
export function FormFaults({ faults }: { readonly faults: readonly Diagnostic[] | undefined }) {
  const t = useTranslations('editor.checks')
  if (faults === undefined) return null
  return (
    <ul className={styles.faults}>
      {faults.map(({ severity, message, hint }, i) => (
        <li key={i} data-severity={severity}>
          <span aria-hidden="true">{severity === 'error' ? '✗' : '!'}</span>
          <span className="heard">{t(severity)}</span>{' '}
          <span lang="en">
            {message} {hint}
          </span>
        </li>
      ))}
    </ul>
  )
}
