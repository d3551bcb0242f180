import { useTranslations } from 'next-intl'
import type { ImportAnswer } from '@/lib/sync/file-import'
import { Notice } from '../controls/notice'
import styles from './import.module.css'

/** Why nothing came of a file, and what to do; nothing was changed. */
export function ImportRefused({ answer }: { readonly answer: Extract<ImportAnswer, { kind: 'refused' | 'faults' }> }) {
  const t = useTranslations('import')
  if (answer.kind === 'refused')
    return (
      <Notice tone="bad" title={t(`refused.${answer.reason}`)}>
        <p>{t(`cure.${answer.reason}`)}</p>
        <p className={styles.small} lang="en">
          {answer.message}
        </p>
      </Notice>
    )
  return (
    <Notice tone="bad" title={t('faults')}>
      <ul className={styles.notes} lang="en">
        {answer.faults.map(({ message, hint, file, line }) => (
          <li key={`${file} ${line} ${message}`}>
            {file}:{line} {message} {hint}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
