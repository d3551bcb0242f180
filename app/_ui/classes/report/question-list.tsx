'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { QuestionReport } from '@/lib/sync/class-report'
import { Button } from '../../controls/button'
import styles from '../classes.module.css'

const orders = ['hardest', 'discrimination', 'time', 'deck'] as const
type Order = (typeof orders)[number]
type Told = QuestionReport & { readonly told: NonNullable<QuestionReport['told']> }

const shownFirst = 10
const share = ({ right, of }: { readonly right: number; readonly of: number }): number => (of === 0 ? 0 : right / of)

/** By what a question stands before another; the order of the deck needs none. */
const ranks: { readonly [O in Exclude<Order, 'deck'>]: (question: Told) => number } = {
  hardest: ({ told }) => share(told.first),
  discrimination: ({ told }) => told.discrimination ?? 2,
  time: ({ told }) => -told.seconds,
}

/** Questions across their variants, the most telling first. */
export function QuestionList({
  questions,
  percent,
}: {
  readonly questions: readonly QuestionReport[]
  readonly percent: (share: number) => string
}) {
  const t = useTranslations('classes.report')
  const [order, setOrder] = useState<Order>('hardest')
  const [whole, setWhole] = useState(false)
  const told = useMemo(() => {
    const all = questions.filter((one): one is Told => one.told !== null)
    return order === 'deck' ? all : all.sort((a, b) => ranks[order](a) - ranks[order](b))
  }, [questions, order])
  const few = questions.length - told.length
  const shown = whole ? told : told.slice(0, shownFirst)
  return (
    <section className={styles.section}>
      <h2>{t('questions')}</h2>
      <p className={styles.quiet}>{t('questionsLead')}</p>
      {told.length === 0 ? null : (
        <label className={styles.label}>
          {t('sort')}
          <select
            className={styles.select}
            value={order}
            onChange={(event) => setOrder(orders.find((one) => one === event.target.value) ?? 'hardest')}
          >
            {orders.map((one) => (
              <option key={one} value={one}>
                {t(`by.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul className={styles.list}>
        {shown.map((one) => (
          <QuestionLine key={one.card} question={one} percent={percent} />
        ))}
      </ul>
      {shown.length < told.length ? (
        <p>
          <Button onClick={() => setWhole(true)}>{t('showAll', { count: told.length - shown.length })}</Button>
        </p>
      ) : null}
      {few > 0 ? <p className={styles.quiet}>{t('few', { count: few })}</p> : null}
    </section>
  )
}

function QuestionLine({ question, percent }: { question: Told; percent: (share: number) => string }) {
  const t = useTranslations('classes.report')
  const { told } = question
  const off = told.variants.some(({ drift }) => drift === 'easier' || drift === 'harder')
  const numbers = [
    ['first', percent(share(told.first))],
    ['all', percent(share(told.answers))],
    ['discrimination', told.discrimination === null ? '–' : percent(told.discrimination)],
    ['time', t('seconds', { seconds: told.seconds })],
  ] as const
  return (
    <li className={styles.question}>
      <p className={styles.asked}>{question.title}</p>
      <p className={styles.quiet}>
        {t('answers', { students: question.students, answers: told.answers.of })}
        {off ? <strong> · {t('driftFlag')}</strong> : null}
      </p>
      <dl className={styles.numbers}>
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {told.mistakes.length + told.variants.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{t('more')}</summary>
          <h4>{t('mistakes')}</h4>
          {told.mistakes.length === 0 ? <p className={styles.quiet}>{t('noMistakes')}</p> : null}
          <ul className={styles.bullets}>
            {told.mistakes.map(({ name, says, answers, students }) => (
              <li key={name}>
                {says === '' ? <code>{name}</code> : says} · {t('mistake', { answers, students })}
              </li>
            ))}
          </ul>
          {told.variants.length === 0 ? null : <h4>{t('variants')}</h4>}
          <ul className={styles.bullets}>
            {told.variants.map(({ label, right, drift }) => (
              <li key={label}>
                <span className={styles.variant}>{label}</span>:{' '}
                {t('variant', { percent: percent(share(right)), answers: right.of })}
                {drift === 'easier' || drift === 'harder' ? <strong> · {t(`drift.${drift}`)}</strong> : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
