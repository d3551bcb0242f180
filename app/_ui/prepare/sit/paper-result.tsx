'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type PaperSitting, slotSeed } from '@/lib/client/prepare/paper-sitting'
import type { MarkedSlot } from '@/lib/client/prepare/practice-paper'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Forecast, PlannedExam } from '@/lib/schedule/exam-goal'
import { Blocks } from '../../blocks/blocks'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { ReviewBar } from '../../review/review-bar'
import review from '../../review/review-screen.module.css'
import { VerdictPanel } from '../../review/verdict-panel'
import { examPage } from '../addresses'
import styles from './paper.module.css'

const nothing = { kind: 'none' } as const

/** The score beside what was expected of it, and every question with its answer. */
export function PaperResult({
  marked,
  paper,
  forecast,
  share,
  kept,
  exam,
  language,
  onReview,
}: {
  readonly marked: readonly MarkedSlot[]
  readonly paper: PaperSitting
  readonly forecast: Forecast | null
  readonly share: number
  readonly kept: boolean
  readonly exam: PlannedExam
  readonly language: Language
  readonly onReview: (cards: readonly CardId[]) => void
}) {
  const t = useTranslations('prepare.paper')
  const format = useFormatter()
  const percent = (one: number) => format.number(one, { style: 'percent', maximumFractionDigits: 0 })
  const missed = marked.filter((slot) => slot.share < 1)
  return (
    <div className={review.screen}>
      <ReviewBar frame={null} back={examPage(exam.id)} />
      <main className={review.scroll}>
        <div className={review.card}>
          <h1 className={review.title}>{t('result', { share: percent(share) })}</h1>
          {forecast !== null && (
            <p className={review.text}>
              {t('expected', {
                score: percent(forecast.score),
                low: percent(forecast.low),
                high: percent(forecast.high),
              })}
            </p>
          )}
          {!kept && <Notice tone="bad">{t('notKept')}</Notice>}
          <p className={review.text}>{t('untouched')}</p>
          <div className={review.actions}>
            {missed.length > 0 && (
              <Button weight="primary" large onClick={() => onReview(missed.map(({ question }) => question.card.id))}>
                {t('reviewMissed', { cards: missed.length })}
              </Button>
            )}
            <a className={review.second} href={examPage(exam.id)}>
              {t('back')}
            </a>
          </div>
          <h2 className={review.subtitle}>{t('questions')}</h2>
          <ol className={styles.results}>
            {marked.map((slot) => (
              <Result key={slot.slot} marked={slot} paper={paper} language={language} />
            ))}
          </ol>
        </div>
      </main>
    </div>
  )
}

function Result({
  marked: { slot, question, share, outcome },
  paper,
  language,
}: {
  readonly marked: MarkedSlot
  readonly paper: PaperSitting
  readonly language: Language
}) {
  const t = useTranslations('prepare.paper')
  const given = paper.slots[slot]?.answer ?? null
  const answer = given ?? { kind: 'reveal' as const }
  const occasion = { seed: slotSeed(paper, slot), language }
  const told = outcome ?? question.face.outcome(question.card.content, occasion, { kind: 'reveal' }, 0)
  const state = share === 1 ? 'wasRight' : share > 0 ? 'wasPartly' : given === null ? 'wasOpen' : 'wasWrong'
  return (
    <li>
      <details>
        <summary>
          <span aria-hidden="true">{share === 1 ? '✓' : '✗'}</span> {t('question', { number: slot + 1 })}: {t(state)}
          <span className={styles.place}>{question.card.heading.at(-1)}</span>
        </summary>
        <div className={styles.opened}>
          <Blocks blocks={question.presented.question} lang={language} />
          <VerdictPanel
            outcome={told}
            language={language}
            check={nothing}
            card={{ type: question.card.type, content: question.card.content, occasion }}
            answer={answer}
            steps={null}
          />
        </div>
      </details>
    </li>
  )
}
