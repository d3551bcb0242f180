import { useTranslations } from 'next-intl'
import { fieldsOf, type Mark } from '@/lib/client/notes/desk'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import styles from './gone-cards.module.css'
import { decidedOf } from './proposal-filter'
import { plainOf } from './proposal-words'

/** What the edited notes no longer propose, so that nobody has to guess which cards a publication will take away. */
export function GoneCards({
  cards,
  marks,
}: {
  readonly cards: readonly Proposal[]
  readonly marks: ReadonlyMap<string, Mark>
}) {
  const t = useTranslations('teach.notes')
  return (
    <details className={styles.gone}>
      <summary>{t('gone.title', { count: cards.length })}</summary>
      <p className={styles.hint}>{t('gone.hint')}</p>
      <ul className={styles.list}>
        {cards.map((card) => (
          <li key={card.id} lang={card.language}>
            {plainOf(fieldsOf(card, marks.get(card.id)))}
            <span className={styles.hint}> · {t(`decided.${decidedOf(marks, card.id)}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
