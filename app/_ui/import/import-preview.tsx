'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import type { OwnBank } from '@/lib/sync/bank'
import type { ImportPreview, RowChoices } from '@/lib/sync/file-import'
import { countChosen, type Decided, toldChoices } from '@/lib/sync/row-choices'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import styles from './import.module.css'
import { Losses } from './losses'
import { RowReport } from './row-report'

/** What a file would become, before anything is done. */
export function ImportPreviewPanel({
  name,
  preview,
  banks,
  busy,
  onLook,
  onApply,
}: {
  readonly name: string
  readonly preview: ImportPreview
  readonly banks: readonly OwnBank[]
  readonly busy: boolean
  readonly onLook: (bank: string) => void
  readonly onApply: (choices: RowChoices | null) => void
}) {
  const t = useTranslations('import')
  const format = useFormatter()
  const id = useId()
  const { bank, cards, reviews, preset } = preview
  const [decided, setDecided] = useState<Decided>(new Map())
  const chosen = useMemo(() => countChosen(preview.rows, decided), [preview.rows, decided])
  const facts: readonly (readonly [string, string])[] = [
    [t('cards'), t('cardsValue', cards)],
    ...(preview.container === 'text' ? [] : [[t('reviews'), t('reviewsValue', reviews)] as const]),
    ...(preview.suspended + preview.flagged > 0
      ? [[t('marks'), t('marksValue', { suspended: preview.suspended, flagged: preview.flagged })] as const]
      : []),
    ...(preview.pictures > 0 ? [[t('pictures'), format.number(preview.pictures)] as const] : []),
    ...(preset === null
      ? []
      : [
          [
            t('preset', { name: preset.name }),
            t('presetValue', {
              retention: preset.retention,
              newCards: preset.newCards,
              reviews: preset.reviews,
              steps: format.list(preset.learning.map((minutes) => t('minutes', { minutes }))),
            }),
          ] as const,
        ]),
  ]
  return (
    <section className={styles.preview} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        {t('previewTitle', { name })}
      </h2>
      <p>{t('previewLead')}</p>
      <div className={styles.into}>
        <label htmlFor={`${id}-bank`}>{t('into')}</label>
        <select
          id={`${id}-bank`}
          className={styles.select}
          value={bank?.id ?? 'new'}
          disabled={busy}
          onChange={(event) => onLook(event.target.value)}
        >
          <option value="new">{bank === null ? t('newBank', { title: preview.title }) : t('anotherBank')}</option>
          {banks.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      <p className={styles.small}>{t(bank === null ? 'intoNewHint' : 'intoOldHint')}</p>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {preview.decks.length > 1 ? (
        <details className={styles.more}>
          <summary>{t('decks', { count: preview.decks.length })}</summary>
          <ul className={styles.notes}>
            {preview.decks.map(({ path, cards: count }) => (
              <li key={path}>
                {path} · {t('count', { count })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Losses losses={preview.losses} />
      <RowReport
        name={name}
        rows={preview.rows}
        notes={preview.container !== 'text'}
        decided={decided}
        busy={busy}
        onDecide={setDecided}
      />
      {chosen.cards + chosen.reviews === 0 ? (
        <Notice tone="plain">{t(chosen.left > 0 ? 'allLeft' : 'nothing')}</Notice>
      ) : (
        <div className={styles.apply}>
          <Button weight="primary" large busy={busy} onClick={() => onApply(toldChoices(preview.rows, decided))}>
            {busy ? t('applying') : t('apply', chosen)}
          </Button>
          {chosen.left > 0 ? <p className={styles.small}>{t('leftOut', { count: chosen.left })}</p> : null}
        </div>
      )}
    </section>
  )
}
