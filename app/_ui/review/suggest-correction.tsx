'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { keepCorrection, sendCorrections } from '@/lib/client/corrections'
import { newEventId } from '@/lib/client/device'
import type { ListedCard } from '@/lib/content/bundle'
import type { Language } from '@/lib/core/language'
import { longestComment, longestQuote } from '@/lib/sync/correction'
import { Button } from '../controls/button'
import { Sheet } from './sheet'
import styles from './suggest-correction.module.css'

const fetchHere: typeof fetch = (input, init) => globalThis.fetch(input, init)

/** Says to the authors of a card what it should say. Kept on the device until the server has it. */
export function SuggestCorrection({
  current,
  language,
  marked,
  onClose,
}: {
  readonly current: { readonly card: ListedCard }
  readonly language: Language
  /** Words that were marked on the card when the sheet was opened. */
  readonly marked: string
  readonly onClose: () => void
}) {
  const t = useTranslations('review.correction')
  const id = useId()
  const [state, setState] = useState<'writing' | 'sending' | 'sent' | 'waiting' | 'full'>('writing')
  const suggest = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string, most: number) => String(form.get(name) ?? '').slice(0, most)
    const comment = read('comment', longestComment)
    if (comment.trim() === '') return
    setState('sending')
    const { card } = current
    const quote = read('quote', longestQuote)
    try {
      const made = { id: newEventId(Date.now()), cardId: card.id, revision: card.revision, language, quote, comment }
      keepCorrection(localStorage, made)
    } catch {
      setState('full')
      return
    }
    setState(await sendCorrections(localStorage, fetchHere))
  }
  const done = state === 'sent' || state === 'waiting'
  return (
    <Sheet title={t('title')} onClose={onClose}>
      {done ? (
        <p role="status">{t(state)}</p>
      ) : (
        <form className={styles.form} onSubmit={(event) => void suggest(event)}>
          <p className={styles.lead}>{t('lead')}</p>
          <label htmlFor={`${id}-quote`}>{t('quote')}</label>
          <textarea id={`${id}-quote`} name="quote" rows={2} maxLength={longestQuote} defaultValue={marked} />
          <label htmlFor={`${id}-comment`}>{t('comment')}</label>
          <textarea id={`${id}-comment`} name="comment" rows={4} maxLength={longestComment} required />
          {state === 'full' ? <p role="alert">{t('full')}</p> : null}
          <Button type="submit" weight="primary" disabled={state === 'sending'}>
            {t('send')}
          </Button>
        </form>
      )}
    </Sheet>
  )
}
