'use client'

import { useId } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import styles from './choice-input.module.css'
import { type ControlOf, defineInputKind, isClosed } from './input-kind'
import { cellVerdict, Mark } from './mark'
import { useShortcuts } from './shortcuts'

const letter = (index: number): string => String.fromCharCode(97 + index)

function ChoiceInput({ input, answer, onChange, verdict, language }: ControlOf<'choice'>) {
  const group = useId()
  const closed = isClosed(verdict)
  const toggle = (id: string) => {
    if (closed) return
    const without = answer.chosen.filter((chosen) => chosen !== id)
    const chosen = input.multiple ? (without.length < answer.chosen.length ? without : [...without, id]) : [id]
    onChange({ kind: 'choice', chosen })
  }
  useShortcuts((key) => {
    const option = key.length === 1 ? input.options[key.toLowerCase().charCodeAt(0) - 97] : undefined
    if (option === undefined || closed) return false
    toggle(option.id)
    return true
  })
  return (
    <fieldset className={styles.options} disabled={closed}>
      {input.options.map((option, index) => {
        const chosen = answer.chosen.includes(option.id)
        const mark = closed ? cellVerdict(verdict, option.id) : null
        // A right option left out is shown as what it is; a wrong one left out needs no word.
        const state = mark === null ? null : chosen ? mark.state : mark.key === '' ? null : 'right'
        return (
          <label key={option.id} className={styles.option} data-chosen={chosen} data-state={state ?? undefined}>
            <input
              type={input.multiple ? 'checkbox' : 'radio'}
              name={group}
              checked={chosen}
              onChange={() => toggle(option.id)}
            />
            <kbd className={styles.key}>{letter(index)}</kbd>
            <span className={styles.text}>
              <Blocks blocks={option.blocks} lang={language} />
            </span>
            {state === null ? null : <Mark state={state} />}
          </label>
        )
      })}
    </fieldset>
  )
}

/** Radio buttons or boxes; keys a to e choose. */
export const choiceKind = defineInputKind('choice', {
  empty: () => ({ kind: 'choice', chosen: [] }),
  ready: (answer) => answer.chosen.length > 0,
  Control: ChoiceInput,
})
