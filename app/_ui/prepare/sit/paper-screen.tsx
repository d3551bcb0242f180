'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answered, flagged, type PaperSitting, secondsLeft, turnedTo } from '@/lib/client/prepare/paper-sitting'
import { type PaperQuestion, questionsOf } from '@/lib/client/prepare/practice-paper'
import type { BundledCard } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Answer } from '@/lib/view/input'
import { inputKind } from '../../inputs/list'
import { Preparing } from '../../review/before-cards'
import review from '../../review/review-screen.module.css'
import { examPage } from '../addresses'
import styles from './paper.module.css'
import { PaperBar } from './paper-bar'
import { PaperList } from './paper-list'
import { PaperPage } from './paper-page'

/** Whether a question is answered as far as its control can tell. */
const isAnswered = (question: PaperQuestion | null, answer: Answer | null): boolean =>
  question !== null && answer !== null && inputKind(question.presented.input).ready(answer, question.presented.input)

/** A paper being sat: one question at a time, the list and the way on at the thumb, the time as a thin bar. */
export function PaperScreen({
  paper,
  cards,
  exam,
  language,
  onChange,
  onHandIn,
}: {
  readonly paper: PaperSitting
  readonly cards: ReadonlyMap<CardId, BundledCard>
  readonly exam: PlannedExam
  readonly language: Language
  readonly onChange: (paper: PaperSitting) => void
  readonly onHandIn: (paper: PaperSitting, questions: readonly (PaperQuestion | null)[]) => void
}) {
  const t = useTranslations('prepare.paper')
  const [questions, setQuestions] = useState<readonly (PaperQuestion | null)[] | null>(null)
  const [list, setList] = useState(false)
  const drawn = useRef(paper)
  useEffect(() => {
    let left = false
    void questionsOf(drawn.current, cards, language).then((found) => {
      if (!left) setQuestions(found)
    })
    return () => {
      left = true
    }
  }, [cards, language])
  const handedIn = useRef(false)
  const handIn = useCallback(() => {
    if (questions === null || handedIn.current) return
    handedIn.current = true
    onHandIn(paper, questions)
  }, [paper, questions, onHandIn])
  if (questions === null) return <Preparing />
  const done = questions.map((question, slot) => isAnswered(question, paper.slots[slot]?.answer ?? null))
  const { at, slots } = paper
  const question = questions[at] ?? null
  const slot = slots[at]
  const last = at === slots.length - 1
  const turn = (to: number) => onChange(turnedTo(paper, to))
  return (
    <div className={review.screen}>
      <PaperBar
        title={exam.title}
        paper={paper}
        back={examPage(exam.id)}
        at={at}
        of={slots.length}
        left={(now) => secondsLeft(paper, now)}
        onOver={handIn}
      />
      <PaperPage
        key={at}
        question={question}
        number={at + 1}
        answer={slot?.answer ?? null}
        language={language}
        onChange={(answer) => onChange(answered(paper, at, answer))}
        onNext={() => (last ? setList(true) : turn(at + 1))}
      >
        <button
          type="button"
          className={styles.key}
          disabled={at === 0}
          onClick={() => turn(at - 1)}
          aria-label={t('previous')}
        >
          ←
        </button>
        <button
          type="button"
          className={styles.key}
          aria-pressed={slot?.flagged === true}
          aria-label={t('flag')}
          onClick={() => onChange(flagged(paper, at))}
        >
          {slot?.flagged ? '⚑' : '⚐'}
        </button>
        <button type="button" className={styles.wide} onClick={() => setList(true)}>
          {t('answered', { done: done.filter(Boolean).length, of: slots.length })}
        </button>
        <button
          type="button"
          className={styles.wide}
          data-strong=""
          onClick={() => (last ? setList(true) : turn(at + 1))}
        >
          {last ? t('toHandIn') : t('next')}
        </button>
      </PaperPage>
      {list && (
        <PaperList
          paper={paper}
          done={done}
          onTurn={(to) => {
            setList(false)
            turn(to)
          }}
          onHandIn={handIn}
          onClose={() => setList(false)}
        />
      )}
    </div>
  )
}
