'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { fetchJson } from '@/lib/client/fetch-json'
import { post } from '../account/post'
import { Button } from '../controls/button'
import { ButtonLink } from '../controls/button-link'
import { Notice } from '../controls/notice'
import styles from './corrections-inbox.module.css'
import { decodeCorrections, type ListedCorrection } from './fetch-corrections'

type State =
  | { readonly kind: 'loading' | 'failed' | 'forbidden' | 'signed-out' }
  | { readonly kind: 'read'; readonly corrections: readonly ListedCorrection[] }

const fetchHere: typeof fetch = (input, init) => globalThis.fetch(input, init)

/** What learners suggest, to be taken up or left; the authors' inbox. */
export function CorrectionsInbox() {
  const t = useTranslations('corrections')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [refused, setRefused] = useState(false)
  const read = useCallback(async () => {
    const answer = await fetchJson(fetchHere, '/api/corrections', decodeCorrections)
    if (answer.ok) setState({ kind: 'read', corrections: answer.value.corrections })
    else if (answer.error.status === 404) setState({ kind: 'forbidden' })
    else setState({ kind: answer.error.reason === 'signed-out' ? 'signed-out' : 'failed' })
  }, [])
  useEffect(() => void read(), [read])
  const close = async (id: string, to: ListedCorrection['state']) => {
    const answer = await post(`/api/corrections/${encodeURIComponent(id)}`, { state: to })
    setRefused(!answer.ok)
    await read()
  }
  switch (state.kind) {
    case 'loading':
      return <p role="status">{t('loading')}</p>
    case 'signed-out':
    case 'forbidden':
      return (
        <Notice tone="plain">
          {t('forbidden')} {state.kind === 'signed-out' ? <Link href="/sign-in">{t('signIn')}</Link> : null}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="bad">
          {t('failed')} <Button onClick={() => void read()}>{t('retry')}</Button>
        </Notice>
      )
    case 'read': {
      const open = state.corrections.filter((one) => one.state === 'open')
      const closed = state.corrections.filter((one) => one.state !== 'open')
      if (state.corrections.length === 0) return <p>{t('empty')}</p>
      return (
        <>
          {refused ? <Notice tone="bad">{t('failed')}</Notice> : null}
          <h2 className={styles.heading}>{t('open', { count: open.length })}</h2>
          <Suggestions among={open} onClose={close} />
          {closed.length === 0 ? null : (
            <>
              <h2 className={styles.heading}>{t('closed')}</h2>
              <Suggestions among={closed} onClose={close} />
            </>
          )}
        </>
      )
    }
  }
}

function Suggestions({
  among,
  onClose,
}: {
  readonly among: readonly ListedCorrection[]
  readonly onClose: (id: string, to: ListedCorrection['state']) => Promise<void>
}) {
  const t = useTranslations('corrections')
  const format = useFormatter()
  return (
    <ul className={styles.list}>
      {among.map(({ id, deckId, cardId, language, quote, comment, at, state }) => (
        <li key={id} className={styles.item}>
          <p className={styles.about}>
            {t('onCard', { card: cardId })} · {language} · {format.dateTime(new Date(at), { dateStyle: 'medium' })}
            {state === 'open' ? '' : ` · ${t(state)}`}
          </p>
          {quote === '' ? null : (
            <blockquote className={styles.quote} lang={language}>
              {quote}
            </blockquote>
          )}
          <p className={styles.comment}>{comment}</p>
          <p className={styles.buttons}>
            {deckId.startsWith('bank-') ? (
              <ButtonLink href={`/teach/${deckId}/edit?card=${encodeURIComponent(cardId.slice(deckId.length + 1))}`}>
                {t('edit')}
              </ButtonLink>
            ) : null}
            {state === 'open' ? (
              <>
                <Button onClick={() => void onClose(id, 'taken')}>{t('take')}</Button>
                <Button weight="quiet" onClick={() => void onClose(id, 'declined')}>
                  {t('decline')}
                </Button>
              </>
            ) : (
              <Button weight="quiet" onClick={() => void onClose(id, 'open')}>
                {t('reopen')}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
