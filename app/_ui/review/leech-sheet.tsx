'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useCallback } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Leech, Put } from '@/lib/client/session-state'
import type { Language } from '@/lib/core/language'
import { Button } from '../controls/button'
import { useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'
import styles from './leech-sheet.module.css'
import { deckOf, readPrerequisites } from './read-leech'
import { Sheet } from './sheet'

/** A card forgotten again and again is seldom the learner's fault: what it builds on, and what can be done about it. */
export function LeechSheet({
  leech,
  language,
  onPut,
  onRewrite,
  onClose,
}: {
  readonly leech: Leech
  readonly language: Language
  readonly onPut: (deed: Put) => void
  readonly onRewrite: () => void
  readonly onClose: () => void
}) {
  const t = useTranslations('review.leech')
  const format = useFormatter()
  const { card, lapses } = leech
  const learner = useLearner()
  const read = useCallback((open: Learner) => readPrerequisites(open, card, language), [card, language])
  const needed = useReading(learner?.ok ? learner.value : null, read)
  const deck = deckOf(card.id)
  return (
    <Sheet title={t('title')} onClose={onClose}>
      <p className={styles.heading}>{card.heading.join(' › ')}</p>
      <p>{t('text', { lapses })}</p>
      <section>
        <h3 className={styles.subtitle}>{t('needed')}</h3>
        {needed.kind === 'loading' ? (
          <p role="status">{t('reading')}</p>
        ) : needed.kind === 'failed' ? (
          <p className={styles.quiet}>{t('offline')}</p>
        ) : needed.value.length === 0 ? (
          <p className={styles.quiet}>{t('nothingNeeded')}</p>
        ) : (
          <ul className={styles.list}>
            {needed.value.map(({ id, title, recall }) => (
              <li key={id}>
                <a href={`/course/${deck}/concept/${id}`}>{title}</a>
                <span>
                  {recall === null
                    ? t('notBegun')
                    : t('recall', { share: format.number(recall, { style: 'percent' }) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={styles.ways}>
        <h3 className={styles.subtitle}>{t('ways')}</h3>
        <Way text={t('rewriteText')}>
          <Button weight="primary" onClick={onRewrite}>
            {t('rewrite')}
          </Button>
        </Way>
        {card.section === null ? null : (
          <Way text={t('notesText')}>
            <a href={`/course/${deck}/${card.section}`}>{t('notes')}</a>
          </Way>
        )}
        <Way text={t('resetText')}>
          <Button onClick={() => onPut('reset')}>{t('reset')}</Button>
        </Way>
        <Way text={t('suspendText')}>
          <Button onClick={() => onPut('suspend')}>{t('suspend')}</Button>
        </Way>
      </section>
    </Sheet>
  )
}

function Way({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className={styles.way}>
      <p>{text}</p>
      {children}
    </div>
  )
}
