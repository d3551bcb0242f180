'use client'

import { useTranslations } from 'next-intl'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import type { Library } from '@/lib/search/library'
import { NoLearner } from '../learner/no-learner'
import { MessagePage } from '../shell/message-page'
import { listPage, newExam } from './addresses'
import styles from './exam.module.css'
import { ExamForm } from './exam-form'
import { ExamList } from './exam-list'
import { ExamView } from './exam-view'
import { FormulaSheet } from './formula-sheet'
import { MistakesNotebook } from './mistakes-notebook'
import { useExams } from './use-exams'
import { usePlace } from './use-place'

/** Preparing for exams: the list, the form, and the pages of each, from the learner's own store. */
export function Exams({ language }: { language: Language }) {
  const t = useTranslations('prepare')
  const reading = useExams(language)
  if (reading.kind === 'failed')
    return <NoLearner problem={reading.problem} title={t('noStorageTitle')} text={t('noStorageText')} />
  if (reading.kind === 'no-deck')
    return (
      <MessagePage title={t('noDeckTitle')} text={t(reading.reason === 'offline' ? 'noDeckOffline' : 'noDeckServer')} />
    )
  if (reading.kind === 'loading') {
    return (
      <div className={styles.waiting} aria-busy="true">
        <h1 className="heard">{t('title')}</h1>
        <p className="heard" role="status">
          {t('loading')}
        </p>
      </div>
    )
  }
  return <Placed library={reading.library} learner={reading.learner} language={language} />
}

function Placed({ library, learner, language }: { library: Library; learner: Learner; language: Language }) {
  const t = useTranslations('prepare')
  const { exam: id, part } = usePlace()
  if (id === newExam) return <ExamForm key="new" library={library} learner={learner} known={null} deck={part} />
  if (id === '') return <ExamList library={library} />
  const exam = library.plan.exams.find((one) => one.id === id)
  if (exam === undefined) {
    return (
      <MessagePage title={t('goneTitle')} text={t('goneText')}>
        <a href={listPage}>{t('toList')}</a>
      </MessagePage>
    )
  }
  switch (part) {
    case 'change':
      return <ExamForm key={id} library={library} learner={learner} known={exam} deck="" />
    case 'formulas':
      return <FormulaSheet library={library} exam={exam} language={language} />
    case 'mistakes':
      return <MistakesNotebook library={library} learner={learner} exam={exam} language={language} />
    default:
      return <ExamView key={id} library={library} learner={learner} exam={exam} />
  }
}
