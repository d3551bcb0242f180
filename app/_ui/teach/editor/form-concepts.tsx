'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { isComposing } from '@/app/_ui/inputs/composing'
import { nearest } from '@/lib/content/yaml/did-you-mean'
import type { Json } from '@/lib/core/json'
import { useFormGround } from './form-ground'
import styles from './form-pane.module.css'
import { isList, textOf } from './form-values'

const mostOffered = 6

/** The concepts a card belongs to, the main one first: chosen among the draft's, or new ones by their title. */
export function FormConcepts({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: Json | undefined
  readonly onChange: (ids: readonly string[]) => void
}) {
  const t = useTranslations('editor.form')
  const { concepts, addConcept } = useFormGround()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState('')
  /** Those that the draft has since a moment ago, before it was read again. */
  const [added, setAdded] = useState<readonly (readonly [string, string])[]>([])
  const chosen = isList(value) ? value.map(textOf) : []
  const titles = new Map([...added, ...concepts.map((one) => [one.id, one.title] as const)])
  const words = wanted.trim().toLowerCase()
  const free = concepts.filter((one) => !chosen.includes(one.id))
  const found = words === '' ? [] : free.filter((one) => `${one.id} ${one.title}`.toLowerCase().includes(words))
  const near = nearest(
    words,
    free.map((one) => one.id),
    mostOffered,
  )
  const offered = found.length > 0 ? found : free.filter((one) => near.includes(one.id))
  const known = concepts.some((one) => one.id === words || one.title.toLowerCase() === words)
  // What is pressed goes with what it does.
  const toField = () => field.current?.focus({ preventScroll: true })
  const take = (name: string) => {
    setWanted('')
    onChange([...chosen, name])
    toField()
  }
  const addNew = (title: string) => {
    const made = addConcept(title)
    setAdded([...added, [made, title]])
    take(made)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <ul className={styles.chips}>
        {chosen.map((name, i) => (
          <li key={name} className={styles.chip} data-unknown={concepts.length > 0 && !titles.has(name)}>
            <span>{titles.get(name) ?? (concepts.length === 0 ? name : t('unknownConcept', { name }))}</span>
            {chosen.length < 2 ? null : (
              <>
                {i === 0 ? <span className={styles.hint}>{t('mainConcept')}</span> : null}
                <Button
                  weight="quiet"
                  aria-label={t('remove', { what: titles.get(name) ?? name })}
                  onClick={({ detail }) => {
                    onChange(chosen.filter((one) => one !== name))
                    // By the keyboard; a thumb does not want one to come up.
                    if (detail === 0) toField()
                  }}
                >
                  ×
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <input
        ref={field}
        id={id}
        className={styles.text}
        value={wanted}
        placeholder={t('findConcept')}
        autoComplete="off"
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          const [first] = offered
          if (event.key !== 'Enter' || first === undefined || isComposing(event.nativeEvent)) return
          event.preventDefault()
          take(first.id)
        }}
      />
      {words === '' ? null : (
        <ul className={styles.offers}>
          {offered.slice(0, mostOffered).map((one) => (
            <li key={one.id}>
              <Button weight="quiet" onClick={() => take(one.id)}>
                {one.title}
              </Button>
            </li>
          ))}
          {known ? null : (
            <li>
              <Button weight="quiet" onClick={() => addNew(wanted.trim())}>
                {t('newConcept', { title: wanted.trim() })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
