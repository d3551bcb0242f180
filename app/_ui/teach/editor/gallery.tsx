'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { Sheet } from '@/app/_ui/review/sheet'
import { askBanks } from '@/lib/client/banks'
import { inLanguage, type Language } from '@/lib/core/language'
import { decodeGallery, type GalleryExample } from '@/lib/sync/gallery'
import styles from './gallery.module.css'

const mostShown = 60

/** Built-in compute questions, one of which becomes a card of the draft. */
export function Gallery({
  language,
  onTake,
  onClose,
}: {
  readonly language: Language
  readonly onTake: (text: string) => void
  readonly onClose: () => void
}) {
  const t = useTranslations('editor.gallery')
  const [examples, setExamples] = useState<readonly GalleryExample[] | 'loading' | 'failed'>('loading')
  const [wanted, setWanted] = useState('')
  const read = useCallback(async () => {
    const answer = await askBanks('/api/gallery', decodeGallery)
    setExamples(answer.ok ? answer.value.examples : 'failed')
  }, [])
  useEffect(() => void read(), [read])
  const found =
    typeof examples === 'string'
      ? []
      : examples.filter(({ id, prompt }) =>
          `${id} ${prompt.en} ${prompt.zh}`.toLowerCase().includes(wanted.trim().toLowerCase()),
        )
  return (
    <Sheet title={t('title')} onClose={onClose}>
      <p>{t('lead')}</p>
      <input
        className={styles.find}
        type="search"
        value={wanted}
        placeholder={t('find')}
        aria-label={t('find')}
        onChange={(event) => setWanted(event.target.value)}
      />
      {examples === 'loading' ? <p role="status">{t('loading')}</p> : null}
      {examples === 'failed' ? (
        <p role="alert">
          {t('failed')} <Button onClick={() => void read()}>{t('retry')}</Button>
        </p>
      ) : null}
      <ul className={styles.list}>
        {found.slice(0, mostShown).map(({ id, prompt, text }) => (
          <li key={id} className={styles.item}>
            <button type="button" className={styles.take} onClick={() => onTake(text)}>
              <span className={styles.id}>{id}</span>
              <span lang={language}>{inLanguage(prompt, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > mostShown ? (
        <p className={styles.more}>{t('more', { count: found.length - mostShown })}</p>
      ) : null}
    </Sheet>
  )
}
