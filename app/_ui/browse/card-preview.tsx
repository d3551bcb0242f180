'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Language } from '@/lib/core/language'
import type { LibraryCard } from '@/lib/search/library'
import { Blocks } from '../blocks/blocks'
import { writePercent } from '../charts/write-label'
import { Sheet } from '../review/sheet'
import styles from './browse.module.css'
import { type Preview, readPreview } from './read-preview'

type State = { readonly kind: 'loading' | 'cannot' } | { readonly kind: 'read'; readonly preview: Preview }

/** One card: what it asks, what it answers, and how well it is known. */
export function CardPreview({
  found,
  language,
  onClose,
}: {
  readonly found: LibraryCard
  readonly language: Language
  readonly onClose: () => void
}) {
  const t = useTranslations('browse')
  const { card, content, deck } = found
  const [state, setState] = useState<State>({ kind: 'loading' })
  useEffect(() => {
    if (card === null || content === null) return
    let left = false
    const tell = (next: State) => {
      if (!left) setState(next)
    }
    readPreview({ ...card, content }, language).then(
      (preview) => tell(preview === null ? { kind: 'cannot' } : { kind: 'read', preview }),
      () => tell({ kind: 'cannot' }),
    )
    return () => {
      left = true
    }
  }, [card, content, language])
  return (
    <Sheet title={card?.heading.at(-1) ?? t('preview')} onClose={onClose}>
      {card === null && <p>{t('missing')}</p>}
      {card !== null && state.kind === 'loading' && <p role="status">{t('previewLoading')}</p>}
      {state.kind === 'cannot' && <p>{t('cannot')}</p>}
      {state.kind === 'read' && (
        <div className={styles.preview}>
          <h3>{t('question')}</h3>
          <Blocks blocks={state.preview.question} lang={language} deck={deck} />
          <h3>{t('answer')}</h3>
          <Blocks blocks={state.preview.answer} lang={language} deck={deck} />
        </div>
      )}
      <Facts found={found} />
      {card?.section && (
        <p>
          <Link href={`/course/${deck}/${card.section}`} prefetch={false}>
            {t('section')}
          </Link>
        </p>
      )}
    </Sheet>
  )
}

function Facts({ found }: { found: LibraryCard }) {
  const t = useTranslations('browse')
  const locale = useLocale()
  const { state, recall, deckTitle, concepts, tags, type } = found
  const { memory } = state
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const facts: readonly (readonly [key: string, value: string])[] = [
    ['deck', deckTitle],
    ...(concepts.length > 0 ? [['concept', concepts.join(', ')] as const] : []),
    ...(type === '' ? [] : [['type', type] as const]),
    ...(tags.length > 0 ? [['tags', tags.join(', ')] as const] : []),
    ...(memory.kind === 'new'
      ? []
      : [
          ['recall', writePercent(recall ?? 0, locale)] as const,
          ['stability', t('days', { days: one.format(memory.stability) })] as const,
          ['difficulty', one.format(memory.difficulty)] as const,
        ]),
    ['reps', String(state.reps)],
    ['lapses', String(state.lapses)],
  ]
  return (
    <dl className={styles.facts} aria-label={t('facts')}>
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`fact.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
