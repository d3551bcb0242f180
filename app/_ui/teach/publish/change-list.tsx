'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import type { ShownChanges } from '@/lib/client/editor/shown-changes'
import type { Language } from '@/lib/core/language'
import { ChangeItem } from './change-item'
import styles from './changes.module.css'

/** More cards than this are shown when asked for. */
const step = 50
const none: ReadonlySet<string> = new Set()

/** What a publication changes, card by card. */
export function ChangeList({
  changes,
  language,
  anew,
  onAnew,
  remarksOf = null,
  kept = none,
}: {
  readonly changes: ShownChanges
  readonly language: Language
  /** Cards that start anew. */
  readonly anew: ReadonlySet<string>
  /** Null where it was decided already. */
  readonly onAnew: ((card: string, anew: boolean) => void) | null
  /** What is said about a card; null where nothing can be said any more. */
  readonly remarksOf?: ((card: string) => ReactNode) | null
  /** Cards that are shown however many stand before them: something is said about them. */
  readonly kept?: ReadonlySet<string>
}) {
  const t = useTranslations('publish')
  const [most, setMost] = useState(step)
  const shown = changes.cards.filter(({ id }, i) => i < most || kept.has(id))
  const count = (kind: string) => changes.cards.filter((card) => card.kind === kind).length
  return (
    <>
      <p>
        {t('summary', {
          added: count('added'),
          changed: count('changed'),
          moved: count('moved'),
          gone: count('gone'),
          same: changes.same,
        })}
      </p>
      {changes.sections.length === 0 ? null : (
        <ul className={styles.list}>
          {changes.sections.map(({ id, title, kind }) => (
            <li key={id} className={styles.item} data-change={kind}>
              <p>
                <span className={styles.kind}>{t(`kind.${kind}`)}</span> {t('section', { title })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.list}>
        {shown.map((change) => (
          <ChangeItem
            key={`${change.kind} ${change.id}`}
            change={change}
            language={language}
            memory={onAnew === null ? null : { anew: anew.has(change.id), onChange: (next) => onAnew(change.id, next) }}
          >
            {remarksOf?.(change.id)}
          </ChangeItem>
        ))}
      </ul>
      {changes.cards.length > shown.length ? (
        <p>
          <Button onClick={() => setMost(most + step * 4)}>
            {t('more', { count: changes.cards.length - shown.length })}
          </Button>
        </p>
      ) : null}
    </>
  )
}
