'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { cardFaceNamed } from '@/lib/cards/faces'
import type { Learner } from '@/lib/client/learner'
import { type NotebookEntry, readNotebook } from '@/lib/client/prepare/notebook'
import { cardsInScope } from '@/lib/client/prepare/scope-cards'
import type { Language } from '@/lib/core/language'
import { type MistakeOrder, mistakeOrders } from '@/lib/exam/prepare/mistakes'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { Blocks } from '../blocks/blocks'
import { shownNumber } from '../blocks/shown-number'
import { ChoiceRow } from '../controls/choice-row'
import { Notice } from '../controls/notice'
import { useReading } from '../learner/use-reading'
import { examPage, sitPage } from './addresses'
import styles from './exam.module.css'
import notebook from './mistakes-notebook.module.css'

/** The learner's own wrong answers, with the numbers they were given to and the mistake that was recognised. */
export function MistakesNotebook({
  library,
  learner,
  exam,
  language,
}: {
  readonly library: Library
  readonly learner: Learner
  readonly exam: PlannedExam
  readonly language: Language
}) {
  const t = useTranslations('prepare.notebook')
  const [order, setOrder] = useState<MistakeOrder>('newest')
  const cards = useMemo(() => cardsInScope(library, exam.scope), [library, exam.scope])
  const read = useCallback(
    (open: Learner) => readNotebook(open.store, library, cards, order, language, cardFaceNamed),
    [library, cards, order, language],
  )
  const reading = useReading(learner, read)
  return (
    <div className={styles.page}>
      <p>
        <a className={styles.way} href={examPage(exam.id)}>
          {t('back', { title: exam.title })}
        </a>
      </p>
      <h1 className={styles.title}>{t('title')}</h1>
      {reading.kind === 'loading' && <div className={styles.waiting} aria-busy="true" />}
      {reading.kind === 'failed' && <Notice tone="bad">{t('failed')}</Notice>}
      {reading.kind === 'read' && reading.value.length === 0 && <Notice tone="plain">{t('empty')}</Notice>}
      {reading.kind === 'read' && reading.value.length > 0 && (
        <>
          <div className={styles.choice}>
            <ChoiceRow
              legend={t('order')}
              name="order"
              value={order}
              options={mistakeOrders.map((value) => ({ value, label: t(value) }))}
              onChange={setOrder}
            />
          </div>
          <ol className={notebook.entries}>
            {reading.value.map((entry) => (
              <Entry key={`${entry.card.id} ${entry.noted.mistake}`} entry={entry} exam={exam} language={language} />
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

function Entry({
  entry,
  exam,
  language,
}: {
  readonly entry: NotebookEntry
  readonly exam: PlannedExam
  readonly language: Language
}) {
  const t = useTranslations('prepare.notebook')
  const format = useFormatter()
  const { card, noted, question, feedback, wrong } = entry
  return (
    <li className={notebook.entry}>
      <p className={styles.quiet}>
        {card.card.heading.at(-1)} · {t('times', { times: noted.times })} ·{' '}
        {format.dateTime(new Date(noted.last.at), { dateStyle: 'medium' })}
      </p>
      <div className={notebook.question}>
        <Blocks blocks={question} lang={language} />
      </div>
      {wrong.some(({ key }) => key !== '') && (
        <ul className={notebook.cells}>
          {wrong
            .filter(({ key }) => key !== '')
            .map(({ part, index, given, key }) => (
              <li key={`${part} ${index}`}>
                <span aria-hidden="true">✗ </span>
                {t('cell', { given: given === '' ? t('nothing') : shownNumber(given), key: shownNumber(key) })}
              </li>
            ))}
        </ul>
      )}
      {feedback.length > 0 && <Blocks blocks={feedback} lang={language} />}
      <p>
        <a className={styles.way} href={sitPage(exam.id, 'again', card.id)}>
          {t('again')}
        </a>
      </p>
    </li>
  )
}
