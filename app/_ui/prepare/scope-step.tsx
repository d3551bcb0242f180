'use client'

import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { asId, type DeckId } from '@/lib/core/id'
import { type ExamScope, mostSections } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { parseSearch } from '@/lib/search/parse'
import { ChoiceRow } from '../controls/choice-row'
import { SearchBox } from '../search/search-box'
import styles from './exam.module.css'
import { partsOf } from './parts'

/** What an exam is about: a deck, parts of it by study and section, or whatever a search finds. */
export function ScopeStep({
  library,
  scope,
  onChange,
}: {
  readonly library: Library
  readonly scope: ExamScope
  readonly onChange: (scope: ExamScope) => void
}) {
  const t = useTranslations('prepare.form')
  const id = useId()
  const decks = useMemo(
    () => [...new Map(library.cards.flatMap((card) => (card.card ? [[card.deck, card.deckTitle] as const] : [])))],
    [library],
  )
  const names = useMemo(() => library.names(), [library])
  const [chosen, setChosen] = useState<DeckId | null>(() =>
    scope.kind === 'search' ? (decks[0]?.[0] ?? null) : asId<DeckId>(scope.deck),
  )
  const parts = useMemo(() => (chosen === null ? [] : partsOf(library, chosen)), [library, chosen])
  const turn = (kind: ExamScope['kind'], deck = chosen) => {
    if (kind === 'search' || deck === null) return onChange({ kind: 'search', text: '' })
    onChange(kind === 'deck' ? { kind, deck } : { kind: 'sections', deck, sections: [] })
  }
  return (
    <>
      <div className={styles.choice}>
        <ChoiceRow
          legend={t('scope')}
          name="scope"
          value={scope.kind}
          options={[
            { value: 'deck', label: t('whole') },
            ...(parts.length > 0 ? [{ value: 'sections' as const, label: t('parts') }] : []),
            { value: 'search', label: t('search') },
          ]}
          onChange={(kind) => turn(kind)}
        />
      </div>
      {scope.kind !== 'search' && decks.length > 1 && (
        <p className={styles.field}>
          <label htmlFor={id}>{t('deck')}</label>
          <select
            id={id}
            className={styles.select}
            value={chosen ?? ''}
            onChange={({ target }) => {
              const deck = asId<DeckId>(target.value)
              setChosen(deck)
              turn('deck', deck)
            }}
          >
            {decks.map(([deck, title]) => (
              <option key={deck} value={deck}>
                {title}
              </option>
            ))}
          </select>
        </p>
      )}
      {scope.kind === 'sections' && (
        <Parts
          parts={parts}
          sections={scope.sections}
          onChange={(sections) => onChange({ ...scope, sections: sections.slice(0, mostSections) })}
        />
      )}
      {scope.kind === 'search' && (
        <SearchBox
          search={{
            text: scope.text,
            setText: (text) => onChange({ kind: 'search', text }),
            ...parseSearch(scope.text),
          }}
          names={names}
        />
      )}
    </>
  )
}

function Parts({
  parts,
  sections,
  onChange,
}: {
  readonly parts: ReturnType<typeof partsOf>
  readonly sections: readonly string[]
  readonly onChange: (sections: readonly string[]) => void
}) {
  const t = useTranslations('prepare.form')
  const taken = new Set(sections)
  const put = (ids: readonly string[], on: boolean) => {
    const next = new Set(sections)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    onChange([...next])
  }
  return (
    <div className={styles.parts}>
      {parts.map(({ title, sections: own }) => {
        const ids = own.map(({ id }) => id)
        const count = ids.filter((id) => taken.has(id)).length
        return (
          <details key={title}>
            <summary>
              {title} <span className={styles.quiet}>{t('taken', { count, of: ids.length })}</span>
            </summary>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={count === ids.length}
                onChange={({ target }) => put(ids, target.checked)}
              />
              {t('allOfIt')}
            </label>
            {own.map(({ id, title: name, cards }) => (
              <label key={id} className={styles.check}>
                <input type="checkbox" checked={taken.has(id)} onChange={({ target }) => put([id], target.checked)} />
                <span>
                  {name} <span className={styles.quiet}>{t('cards', { cards })}</span>
                </span>
              </label>
            ))}
          </details>
        )
      })}
    </div>
  )
}
