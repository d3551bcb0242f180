'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askBanks } from '@/lib/client/banks'
import type { Language } from '@/lib/core/language'
import { decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import type { BankPublished } from '@/lib/sync/bank-notes'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import { NotesDesk } from './notes-desk'
import styles from './notes-desk.module.css'
import { NotesIntake } from './notes-intake'
import { PicturesHere } from './pictures'
import { useDesk } from './use-desk'

/** The bank these notes are for, as the address names it; null for a new one. */
const bankInAddress = (): string | null => new URLSearchParams(globalThis.location?.search ?? '').get('bank')

/** Notes in, cards out. Everything but publishing happens on this device. */
export function NotesPage({ language }: { readonly language: Language }) {
  const [bankId, setBankId] = useState<string | null | undefined>(undefined)
  useEffect(() => setBankId(bankInAddress()), [])
  return bankId === undefined ? null : <Notes bankId={bankId} language={language} />
}

function Notes({ bankId, language }: { readonly bankId: string | null; readonly language: Language }) {
  const t = useTranslations('teach.notes')
  const hands = useDesk(bankId ?? 'new')
  const [own, setOwn] = useState(bankId)
  const [bank, setBank] = useState<OwnBank | null>(null)
  const [asking, setAsking] = useState<'again' | 'another' | null>(null)
  const { state } = hands
  const readBank = useCallback(async () => {
    if (own === null) return setBank(null)
    const answer = await askBanks(`/api/banks/${encodeURIComponent(own)}`, decodeOwnBank)
    if (answer.ok) setBank(answer.value)
  }, [own])
  useEffect(() => void readBank(), [readBank])
  const published = async (outcome: BankPublished) => {
    if (outcome.kind !== 'published') return
    if (own === outcome.bank) await readBank()
    else {
      await hands.move(outcome.bank)
      // What is published next goes into the same bank, after a reload too.
      window.history.replaceState(null, '', `?bank=${encodeURIComponent(outcome.bank)}`)
      setOwn(outcome.bank)
    }
  }
  switch (state.kind) {
    case 'loading':
      return <p role="status">{t('loading')}</p>
    case 'reading':
      return <p role="status">{t('reading', { name: state.name })}</p>
    case 'failed':
      return (
        <>
          <Notice tone="bad">{t('failed', { message: state.message })}</Notice>
          <NotesIntake onNotes={(taken) => void hands.read(taken, false)} />
        </>
      )
    case 'empty':
      return (
        <>
          {bank ? <p>{t('into', { title: bank.title })}</p> : null}
          <NotesIntake onNotes={(taken) => void hands.read(taken, false)} />
        </>
      )
    case 'open':
      return (
        <div className={styles.desk}>
          {hands.unkept ? <Notice tone="bad">{t('unkept')}</Notice> : null}
          <div className={styles.row}>
            <b>{state.desk.name}</b>
            <Button weight="quiet" onClick={() => setAsking(asking === 'again' ? null : 'again')}>
              {t('again')}
            </Button>
            <Button weight="quiet" onClick={() => setAsking(asking === 'another' ? null : 'another')}>
              {t('another')}
            </Button>
          </div>
          {bank ? <p>{t('into', { title: bank.title })}</p> : null}
          {asking === 'another' ? (
            <Notice tone="plain">
              {t('anotherAsk')}{' '}
              <Button
                onClick={() => {
                  setAsking(null)
                  void hands.clear()
                }}
              >
                {t('anotherYes')}
              </Button>
            </Notice>
          ) : null}
          {asking === 'again' ? (
            <NotesIntake
              open={state.desk.pictures ?? []}
              onNotes={(taken) => {
                setAsking(null)
                void hands.read(taken, true)
              }}
            />
          ) : null}
          <PicturesHere pictures={state.desk.pictures}>
            <NotesDesk
              key={`${state.desk.notes} ${state.desk.cards.length} ${state.desk.pictures?.length ?? 0}`}
              desk={state.desk}
              marks={state.marks}
              hands={hands}
              bank={bank}
              language={language}
              onPublished={published}
            />
          </PicturesHere>
        </div>
      )
  }
}
