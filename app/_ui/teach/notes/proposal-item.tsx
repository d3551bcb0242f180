'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { isIncomplete } from '@/lib/client/notes/cards-to-publish'
import { fieldsOf, type Mark } from '@/lib/client/notes/desk'
import type { Workshop } from '@/lib/client/notes/workshop'
import type { CardFields, Proposal } from '@/lib/importers/notes-markdown/proposal'
import type { BankFault } from '@/lib/sync/bank-notes'
import { Button } from '../../controls/button'
import { CardEditor } from './card-editor'
import { CardPreviewPane } from './card-preview'
import styles from './proposal-item.module.css'
import { plainOf } from './proposal-words'

interface ItemProps {
  readonly card: Proposal
  readonly mark: Mark | undefined
  readonly change: 'added' | 'changed' | 'moved' | null
  readonly faults: readonly BankFault[]
  readonly active: boolean
  /** Its stretch of the notes is under the pointer. */
  readonly pointed: boolean
  readonly editing: boolean
  readonly workshop: Workshop
  readonly onActive: (card: string) => void
  readonly onPoint: (card: string | null) => void
  readonly onDecide: (card: string, decided: Mark['decided']) => void
  readonly onEdit: (card: string | null) => void
  readonly onKeep: (card: string, fields: CardFields) => void
}

/** One proposal: folded to its words, opened as the card it would be. */
export function ProposalItem(props: ItemProps) {
  const { card, mark, change, faults, active, editing, workshop } = props
  const t = useTranslations('teach.notes')
  const item = useRef<HTMLLIElement>(null)
  const fields = fieldsOf(card, mark)
  const decided = mark?.decided ?? null
  const { claim } = card
  const waits = isIncomplete(card, mark)
  const concerns = card.concerns.filter((one) => one !== 'boxes' || waits)
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li
      ref={item}
      className={styles.item}
      data-active={active}
      data-pointed={props.pointed}
      data-decided={decided ?? 'open'}
      data-proposal={card.id}
      aria-current={active || undefined}
      onPointerEnter={() => props.onPoint(card.id)}
      onPointerLeave={() => props.onPoint(null)}
      onFocus={() => props.onActive(card.id)}
    >
      <p className={styles.about}>
        <span className={styles.state} data-decided={decided ?? 'open'}>
          {decided === 'accepted' ? '✓ ' : decided === 'dropped' ? '✗ ' : ''}
          {t(`decided.${decided ?? 'open'}`)}
        </span>
        {' · '}
        {t.has(`rule.${card.rule}`) ? t(`rule.${card.rule}`) : card.rule}
        {' · '}
        {t('confidence', { share: card.confidence })}
        {' · '}
        {t(`claim.${claim.kind === 'not checked' ? 'unchecked' : claim.kind}`)}
        {mark?.fields ? ` · ${t('edited')}` : ''}
        {change ? ` · ${t(`change.${change}`)}` : ''}
      </p>
      {claim.kind === 'erratum' ? (
        <div className={styles.erratum} lang={card.language}>
          <p>
            <b>{t('notesSay')}</b> <span className={styles.code}>{claim.says}</span>
          </p>
          <p>
            <b>{t('correct')}</b> <span className={styles.code}>{claim.correct}</span>
          </p>
          {claim.why === '' ? null : <p>{claim.why}</p>}
        </div>
      ) : null}
      {concerns.length > 0 ? (
        <p className={styles.concern}>{concerns.map((one) => t(`concern.${one}`)).join(' ')}</p>
      ) : null}
      {editing ? (
        <CardEditor
          card={card}
          fields={fields}
          workshop={workshop}
          onKeep={(kept) => props.onKeep(card.id, kept)}
          onLeave={() => props.onEdit(null)}
        />
      ) : active && !waits ? (
        <CardPreviewPane card={{ ...card, fields }} language={card.language} workshop={workshop} />
      ) : (
        <button type="button" className={styles.words} lang={card.language} onClick={() => props.onActive(card.id)}>
          {plainOf(fields)}
        </button>
      )}
      {faults.map(({ message, hint }) => (
        <p key={message} className={styles.fault} role="alert">
          <span aria-hidden="true">✗ </span>
          {message} {hint}
        </p>
      ))}
      {editing ? null : (
        <div className={styles.buttons}>
          {waits ? (
            <Button onClick={() => props.onEdit(card.id)}>{t('boxes.draw')}</Button>
          ) : (
            <Button
              weight={decided === 'accepted' ? 'primary' : 'secondary'}
              aria-pressed={decided === 'accepted'}
              onClick={() => props.onDecide(card.id, decided === 'accepted' ? null : 'accepted')}
            >
              {claim.kind === 'erratum' ? t('makeCard') : t('accept')}
            </Button>
          )}
          <Button
            aria-pressed={decided === 'dropped'}
            onClick={() => props.onDecide(card.id, decided === 'dropped' ? null : 'dropped')}
          >
            {t('dropIt')}
          </Button>
          {waits ? null : (
            <Button weight="quiet" onClick={() => props.onEdit(card.id)}>
              {t('edit')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
