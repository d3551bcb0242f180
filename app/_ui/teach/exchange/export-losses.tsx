import { useTranslations } from 'next-intl'
import { Notice } from '../../controls/notice'
import styles from './exchange.module.css'

/** What became of one card of an export. */
export interface ExportedRow {
  readonly id: string
  readonly title: string
  readonly kept: boolean
  readonly losses: readonly Loss[]
}

const losses = [
  'unmarked',
  'frozen',
  'workings',
  'order-as-match',
  'cells-apart',
  'picture',
  'explorer',
  'formula-plain',
  'prose',
] as const
type Loss = (typeof losses)[number]

/** What an export could not keep, by what is lost, with the cards that lose it. */
export function ExportLosses({ file, rows }: { readonly file: string; readonly rows: readonly ExportedRow[] }) {
  const t = useTranslations('exchange')
  const whole = rows.filter((row) => row.kept && row.losses.length === 0).length
  const lost = losses
    .map((loss) => ({ loss, cards: rows.filter((row) => row.losses.includes(loss)) }))
    .filter(({ cards }) => cards.length > 0)
  return (
    <Notice tone="good" title={t('done', { file })}>
      <p>{t('counts', { all: rows.length, whole })}</p>
      {lost.map(({ loss, cards }) => (
        <details key={loss} className={styles.more}>
          <summary>
            {t(`loss.${loss}`)} <span className={styles.number}>{cards.length}</span>
          </summary>
          <ul className={styles.cards}>
            {cards.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </details>
      ))}
    </Notice>
  )
}
