'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { cardsToPublish, figuresOf } from '@/lib/client/notes/cards-to-publish'
import type { Desk, Mark } from '@/lib/client/notes/desk'
import type { Language } from '@/lib/core/language'
import type { OwnBank } from '@/lib/sync/bank'
import { type BankPublished, decodeBankPublished, type NotesForBank } from '@/lib/sync/bank-notes'
import { Button } from '../../controls/button'
import { ButtonLink } from '../../controls/button-link'
import { Field } from '../../controls/field'
import { Notice } from '../../controls/notice'
import { tellLearner } from '../../learner/tell-learner'
import { decidedOf } from './proposal-filter'
import styles from './publish-panel.module.css'

type Outcome = BankPublished | { readonly kind: 'failed'; readonly why: BankRefusal }

/** The language most cards are in first, and the other one if any card is in it. */
const languagesOf = (desk: Desk, marks: ReadonlyMap<string, Mark>): readonly Language[] => {
  const accepted = desk.cards.filter(({ id }) => decidedOf(marks, id) === 'accepted')
  const chinese = accepted.filter(({ language }) => language === 'zh').length
  return [chinese * 2 >= accepted.length && chinese > 0 ? 'zh' : 'en']
}

/** Makes a bank of what was accepted, or adds it to one. */
export function PublishPanel({
  desk,
  marks,
  bank,
  interfaceLanguage,
  onPublished,
}: {
  readonly desk: Desk
  readonly marks: ReadonlyMap<string, Mark>
  /** Null for a bank that is still to be made. */
  readonly bank: OwnBank | null
  readonly interfaceLanguage: Language
  readonly onPublished: (outcome: BankPublished) => Promise<void>
}) {
  const t = useTranslations('teach.notes')
  const words = useTranslations('teach')
  const [title, setTitle] = useState(bank?.title ?? desk.name.replace(/\.\w+$/, ''))
  const [author, setAuthor] = useState(bank?.author ?? '')
  const [licence, setLicence] = useState(bank?.licence ?? '')
  const [source, setSource] = useState(bank?.source ?? desk.name.slice(0, 300))
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const accepted = desk.cards.filter(({ id }) => decidedOf(marks, id) === 'accepted')
  const publish = async () => {
    setBusy(true)
    const cards = cardsToPublish(accepted, marks)
    const body: NotesForBank = {
      bank: bank && { id: bank.id, base: bank.revision },
      about: {
        title: title.trim(),
        languages: languagesOf(desk, marks),
        author: author.trim(),
        licence: licence.trim(),
        source: source.trim(),
      },
      name: desk.name.slice(0, 300),
      notes: desk.notes,
      cards,
      figures: figuresOf(cards, desk),
    }
    const answer = await askBanks('/api/banks/notes', decodeBankPublished, { method: 'POST', body })
    const made: Outcome = answer.ok ? answer.value : { kind: 'failed', why: answer.error }
    if (made.kind === 'published') await tellLearner((learner) => learner.decks.refresh(interfaceLanguage))
    if (made.kind !== 'failed') await onPublished(made)
    setOutcome(made)
    setBusy(false)
  }
  const loose = outcome?.kind === 'refused' ? outcome.faults.filter(({ card }) => card === null) : []
  return (
    <section className={styles.panel} aria-label={t('publishTitle')}>
      {bank === null ? (
        <div className={styles.fields}>
          <Field label={words('bankTitle')} value={title} maxLength={200} onChange={(e) => setTitle(e.target.value)} />
          <Field
            label={words('author')}
            hint={words('authorHint')}
            value={author}
            maxLength={200}
            onChange={(e) => setAuthor(e.target.value)}
          />
          <Field
            label={words('licence')}
            hint={words('licenceHint')}
            value={licence}
            maxLength={200}
            onChange={(e) => setLicence(e.target.value)}
          />
          <Field
            label={words('source')}
            hint={words('sourceHint')}
            value={source}
            maxLength={500}
            onChange={(e) => setSource(e.target.value)}
          />
        </div>
      ) : null}
      <Button
        weight="primary"
        large
        busy={busy}
        disabled={accepted.length === 0 || title.trim() === ''}
        onClick={() => void publish()}
      >
        {busy ? t('publishing') : t('publish', { count: cardsToPublish(accepted, marks).length })}
      </Button>
      {outcome?.kind === 'published' ? (
        <Notice tone="good" title={t('published', { count: outcome.cards })}>
          <p className={styles.next}>
            <ButtonLink href="/review" weight="primary">
              {t('review')}
            </ButtonLink>
            <ButtonLink href={`/teach/${outcome.bank}`}>{t('openBank')}</ButtonLink>
          </p>
        </Notice>
      ) : null}
      {outcome?.kind === 'refused' ? (
        <Notice tone="bad" title={t('refused')}>
          {loose.map(({ message, hint }) => (
            <p key={message}>
              {message} {hint}
            </p>
          ))}
        </Notice>
      ) : null}
      {outcome?.kind === 'failed' ? (
        <Notice tone="bad">
          {words(`refusals.${outcome.why}`)}{' '}
          {outcome.why === 'guest' || outcome.why === 'signed-out' ? (
            <ButtonLink href={outcome.why === 'guest' ? '/sign-up' : '/sign-in'}>
              {words(outcome.why === 'guest' ? 'signUp' : 'signIn')}
            </ButtonLink>
          ) : null}
        </Notice>
      ) : null}
    </section>
  )
}
