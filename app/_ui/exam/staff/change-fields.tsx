'use client'

import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/core/language'
import type { Change } from '@/lib/exam/corrections/correction'
import type { ExamQuestionListing } from '@/lib/exam/protocol/staff'
import { keyEditorOf } from './keys/list'
import { NumberLine } from './labelled'
import styles from './staff.module.css'

interface ChangeFieldsProps {
  readonly question: ExamQuestionListing
  readonly change: Change
  readonly language: Language
  readonly onChange: (change: Change) => void
}

/** What a change of marking still has to say. */
export function ChangeFields({ question, change, language, onChange }: ChangeFieldsProps) {
  const t = useTranslations('examining.marking')
  if (change.kind === 'points')
    return (
      <NumberLine
        label={t('points')}
        value={change.points}
        least={0}
        most={1000}
        step={0.5}
        onChange={(points) => onChange({ kind: 'points', points })}
      />
    )
  if (change.kind === 'tolerance')
    return (
      <>
        <NumberLine
          label={t('abs')}
          value={change.abs}
          least={0}
          most={1_000_000}
          step={0.001}
          onChange={(abs) => onChange({ ...change, abs })}
        />
        <NumberLine
          label={t('rel')}
          value={change.rel}
          least={0}
          most={1}
          step={0.001}
          onChange={(rel) => onChange({ ...change, rel })}
        />
      </>
    )
  if (change.kind !== 'key') return null
  const editor = keyEditorOf(question)
  if (editor === null) return null
  return (
    <>
      <editor.Fields question={question} change={change} language={language} onChange={onChange} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={change.also}
          onChange={(event) => onChange({ ...change, also: event.target.checked })}
        />
        {t('also')}
      </label>
    </>
  )
}
