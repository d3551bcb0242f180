'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { type Completion, complete, type KnownNames } from '@/lib/search/complete'
import field from '../controls/field.module.css'
import { isComposing } from '../inputs/composing'
import styles from './search-box.module.css'
import { SearchHelp } from './search-help'
import type { SearchState } from './use-search'

/** One line for the search language: completes as one types, says what is wrong and how to mend it. */
export function SearchBox({ search, names }: { readonly search: SearchState; readonly names: KnownNames }) {
  const t = useTranslations('search')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [options, setOptions] = useState<readonly Completion[]>([])
  const [active, setActive] = useState(-1)
  const { text, setText, faults } = search

  const suggest = (value: string, caret: number) => {
    setOptions(complete(value, caret, names))
    setActive(-1)
  }
  const close = () => {
    setOptions([])
    setActive(-1)
  }
  const put = (value: string, caret: number) => {
    setText(value)
    suggest(value, caret)
    input.current?.focus()
    requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret))
  }
  const take = ({ text: chosen, from, to }: Completion) => {
    // A field waits for its value; a value is done.
    const whole = /[:<>=]$/.test(chosen) ? chosen : `${chosen} `
    put(`${text.slice(0, from)}${whole}${text.slice(to).trimStart()}`, from + whole.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (isComposing(event.nativeEvent) || options.length === 0) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = options[active]
    if (step !== 0) setActive((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen)
    else return
    event.preventDefault()
  }
  const open = options.length > 0
  return (
    <search className={styles.search}>
      <label className={styles.label} htmlFor={`${id}-input`}>
        {t('label')}
      </label>
      <div className={styles.line}>
        <input
          ref={input}
          id={`${id}-input`}
          className={field.input}
          role="combobox"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={t('placeholder')}
          value={text}
          aria-expanded={open}
          aria-autocomplete="list"
          aria-controls={`${id}-options`}
          aria-activedescendant={active >= 0 ? `${id}-option-${active}` : undefined}
          aria-invalid={faults.length > 0 || undefined}
          aria-describedby={faults.length > 0 ? `${id}-faults` : undefined}
          onChange={({ target }) => {
            setText(target.value)
            suggest(target.value, target.selectionStart ?? target.value.length)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {text !== '' && (
          <button type="button" className={styles.clear} aria-label={t('clear')} onClick={() => put('', 0)}>
            <span aria-hidden="true">×</span>
          </button>
        )}
        <div
          id={`${id}-options`}
          role="listbox"
          aria-label={t('suggestions')}
          className={styles.options}
          hidden={!open}
        >
          {options.map((option, index) => (
            <div
              key={option.text}
              id={`${id}-option-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                take(option)
              }}
            >
              {option.text}
            </div>
          ))}
        </div>
      </div>
      <div id={`${id}-faults`} className={styles.faults} aria-live="polite">
        {faults.map((one) => (
          <p key={`${one.from} ${one.message.key}`}>
            <span aria-hidden="true">✗ </span>
            {text.slice(one.from, one.to) !== '' && <code>{text.slice(one.from, one.to)}</code>}{' '}
            {t(one.message.key, one.message.values)} {t(one.cure.key, one.cure.values)}
          </p>
        ))}
      </div>
      <SearchHelp
        onTry={(example) =>
          put(text.trim() === '' ? example : `${text.trimEnd()} ${example}`, text.length + example.length + 1)
        }
      />
    </search>
  )
}
