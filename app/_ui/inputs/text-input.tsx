'use client'

import { useTranslations } from 'next-intl'
import { isComposing } from './composing'
import { type ControlOf, defineInputKind, isClosed } from './input-kind'
import { cellVerdict, Mark } from './mark'
import styles from './text-input.module.css'

function TextInput({ input, answer, onChange, onSubmit, verdict, autoFocus }: ControlOf<'text'>) {
  const t = useTranslations('review')
  const closed = isClosed(verdict)
  const mark = cellVerdict(verdict, 'text') ?? (verdict?.kind === 'marked' ? verdict.cells[0] : null) ?? null
  return (
    <div className={styles.field}>
      <input
        className={input.code ? styles.code : styles.text}
        type="text"
        value={answer.text}
        placeholder={input.placeholder}
        aria-label={t('yourAnswer')}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={!input.code}
        readOnly={closed}
        ref={(node) => {
          if (node !== null && autoFocus && !closed && document.activeElement === document.body) {
            node.focus({ preventScroll: true })
          }
        }}
        onChange={(event) => onChange({ kind: 'text', text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          onSubmit()
        }}
      />
      {mark === null ? null : <Mark state={mark.state} worded />}
    </div>
  )
}

/** One line of text or code. */
export const textKind = defineInputKind('text', {
  empty: () => ({ kind: 'text', text: '' }),
  ready: (answer) => answer.text.trim() !== '',
  Control: TextInput,
})
