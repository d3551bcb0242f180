'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { LibraryCard } from '@/lib/search/library'
import { ButtonLink } from '../controls/button-link'
import { NoLearner } from '../learner/no-learner'
import { SearchBox } from '../search/search-box'
import { useLibrary } from '../search/use-library'
import { useSearch } from '../search/use-search'
import { MessagePage } from '../shell/message-page'
import styles from './browse.module.css'
import { BulkBar } from './bulk-bar'
import { CardList } from './card-list'
import { CardPreview } from './card-preview'

const nothing: ReadonlySet<CardId> = new Set()

/** Every card, found by the search language, looked at one by one and changed many at once. */
export function Browse({ language }: { language: Language }) {
  const t = useTranslations('browse')
  const reading = useLibrary(language)
  const search = useSearch()
  const library = reading.kind === 'read' ? reading.library : null
  const names = useMemo(() => library?.names() ?? null, [library])
  const found = useMemo(() => library?.find(search.query) ?? [], [library, search.query])
  const [selected, setSelected] = useState(nothing)
  const [shown, setShown] = useState<LibraryCard | null>(null)
  // What a search no longer finds is not changed unseen.
  useEffect(() => {
    setSelected((before) => {
      if (before.size === 0) return before
      const kept = found.filter(({ id }) => before.has(id))
      return kept.length === before.size ? before : new Set(kept.map(({ id }) => id))
    })
  }, [found])
  const chosen = useMemo(() => found.filter(({ id }) => selected.has(id)), [found, selected])

  if (reading.kind === 'failed')
    return <NoLearner problem={reading.problem} title={t('noStorageTitle')} text={t('noStorageText')} />
  if (reading.kind === 'loading' || names === null || library === null) {
    const part = reading.kind === 'loading' ? reading.part : null
    return (
      <div className={styles.waiting} aria-busy="true">
        <p role="status">{part === null ? t('loading') : t('counting', { percent: Math.round(100 * part) })}</p>
      </div>
    )
  }
  if (library.cards.length === 0) {
    return (
      <MessagePage title={t('emptyTitle')} text={t('emptyText')}>
        <ButtonLink href="/review" weight="primary">
          {t('start')}
        </ButtonLink>
      </MessagePage>
    )
  }
  const ask = search.text === '' ? '' : `?q=${encodeURIComponent(search.text)}`
  return (
    <div className={styles.browse}>
      <SearchBox search={search} names={names} />
      <div className={styles.found}>
        <p role="status">
          <strong>{t('found', { count: found.length })}</strong>
        </p>
        <button
          type="button"
          className={styles.link}
          disabled={found.length === 0}
          onClick={() => setSelected(selected.size > 0 ? nothing : new Set(found.map(({ id }) => id)))}
        >
          {selected.size > 0 ? t('none') : t('all', { count: found.length })}
        </button>
        <Link href={`/progress${ask}`} prefetch={false} className={styles.link}>
          {t('progress')}
        </Link>
        <Link href={`/export${ask}`} prefetch={false} className={styles.link}>
          {t('export')}
        </Link>
      </div>
      {found.length === 0 ? (
        <div className={styles.none}>
          <h2>{t('noneTitle')}</h2>
          <p>{t('noneText')}</p>
        </div>
      ) : (
        <CardList
          cards={found}
          today={library.ground.today}
          selected={selected}
          onSelect={(id, on) => {
            const next = new Set(selected)
            if (on) next.add(id)
            else next.delete(id)
            setSelected(next)
          }}
          onOpen={setShown}
        />
      )}
      <BulkBar cards={chosen} bulk={reading.learner.bulk} onDone={() => setSelected(nothing)} />
      {shown && <CardPreview found={shown} language={language} onClose={() => setShown(null)} />}
    </div>
  )
}
