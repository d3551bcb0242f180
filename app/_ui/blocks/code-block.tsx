import { useTranslations } from 'next-intl'
import styles from './code-block.module.css'
import { ScrollFrame } from './scroll-frame'

/** Code as written; long lines scroll, they are never wrapped into another meaning. */
export function CodeBlock({ language, text }: { language: string; text: string }) {
  const t = useTranslations('blocks')
  return (
    <ScrollFrame className={styles.frame} label={t('code', { language: language || 'text' })}>
      <pre className={styles.code} translate="no">
        <code>{text}</code>
      </pre>
    </ScrollFrame>
  )
}
