import { useTranslations } from 'next-intl'
import styles from './search-box.module.css'

const examples = [
  'text',
  'deck',
  'tag',
  'concept',
  'type',
  'is',
  'flag',
  'prop',
  'rated',
  'introduced',
  'mistake',
  'logic',
] as const

/** What can be searched, each with an example to press. */
export function SearchHelp({ onTry }: { onTry: (example: string) => void }) {
  const t = useTranslations('search')
  return (
    <details className={styles.help}>
      <summary>{t('help')}</summary>
      <p>{t('helpLead')}</p>
      <dl className={styles.examples}>
        {examples.map((name) => (
          <div key={name} className={styles.example}>
            <dt>
              <button type="button" className={styles.try} onClick={() => onTry(t(`examples.${name}.try`))}>
                <code>{t(`examples.${name}.try`)}</code>
              </button>
            </dt>
            <dd>{t(`examples.${name}.text`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
