'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { cardsInScope } from '@/lib/client/prepare/scope-cards'
import { sheetOf } from '@/lib/client/prepare/sheet'
import type { Language } from '@/lib/core/language'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { MathDisplay } from '../blocks/math'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { examPage } from './addresses'
import styles from './exam.module.css'
import sheet from './formula-sheet.module.css'

/** Every formula of the scope on one page to print, the weakest concepts first. */
export function FormulaSheet({
  library,
  exam,
  language,
}: {
  readonly library: Library
  readonly exam: PlannedExam
  readonly language: Language
}) {
  const t = useTranslations('prepare.sheet')
  const format = useFormatter()
  const formulas = useMemo(() => sheetOf(cardsInScope(library, exam.scope)), [library, exam.scope])
  return (
    <div className={`${styles.page} ${sheet.sheet}`}>
      <p className={sheet.screen}>
        <a className={styles.way} href={examPage(exam.id)}>
          {t('back', { title: exam.title })}
        </a>
      </p>
      <h1 className={styles.title}>{t('title', { title: exam.title })}</h1>
      {formulas.length === 0 ? (
        <Notice tone="plain">{t('empty')}</Notice>
      ) : (
        <>
          <p className={styles.told}>{t('lead', { formulas: formulas.length })}</p>
          <p className={sheet.screen}>
            <Button onClick={() => globalThis.print()}>{t('print')}</Button>
          </p>
          <ol className={sheet.formulas} lang={language === 'zh' ? 'zh-CN' : 'en'}>
            {formulas.map(({ math, place, recall }) => (
              <li key={math.tex}>
                <MathDisplay math={math} />
                <p className={sheet.place}>
                  {place}
                  {' · '}
                  {recall === null
                    ? t('unbegun')
                    : t('recall', { share: format.number(recall, { style: 'percent', maximumFractionDigits: 0 }) })}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
