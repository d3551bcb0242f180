'use client'

import { useTranslations } from 'next-intl'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { NewKey } from '@/lib/exam/corrections/correction'
import type { Answer } from '@/lib/view/input'
import { inputKind } from '../../../inputs/list'
import styles from '../staff.module.css'
import type { KeyEditor, KeyFieldsProps } from './key-editor'

/** How the key of a kind is an answer to its own question, and an answer a key. */
interface AnsweredKey {
  readonly keyOf: (own: MarkingKey) => NewKey | null
  readonly toAnswer: (key: NewKey) => Answer | null
  readonly fromAnswer: (answer: Answer) => NewKey | null
}

// Enter confirms nothing here: a change is previewed first.
const ignore = () => {}

/** An editor in which the question is answered as it should have been, by the very control its students had. */
export const answeredKey = (kind: KeyEditor['kind'], { keyOf, toAnswer, fromAnswer }: AnsweredKey): KeyEditor => {
  function Fields({ question: { input }, change, language, onChange }: KeyFieldsProps) {
    const t = useTranslations('examining.marking')
    const answer = toAnswer(change.key)
    if (input === null || answer === null) return null
    return (
      <fieldset className={styles.whole}>
        <legend className={styles.about}>{t('answerIt')}</legend>
        {inputKind(input).render({
          input,
          answer,
          onChange: (next) => {
            const key = fromAnswer(next)
            if (key !== null) onChange({ ...change, key })
          },
          onSubmit: ignore,
          verdict: null,
          language,
          autoFocus: false,
        })}
      </fieldset>
    )
  }
  return {
    kind,
    tolerant: false,
    first: ({ keys: [own] }) => {
      const key = own === undefined ? null : keyOf(own.key)
      return key === null ? null : { kind: 'key', form: null, also: false, key }
    },
    ready: ({ key }, { input }) => {
      const answer = toAnswer(key)
      return input !== null && answer !== null && inputKind(input).ready(answer, input)
    },
    Fields,
  }
}
