'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { useShortcuts } from '@/app/_ui/inputs/shortcuts'
import { isIncomplete, proposalOf } from '@/lib/client/notes/cards-to-publish'
import type { Desk, Mark } from '@/lib/client/notes/desk'
import type { Language } from '@/lib/core/language'
import { readableNotes } from '@/lib/importers/notes-markdown/dialects/readable-notes'
import type { CardFields } from '@/lib/importers/notes-markdown/proposal'
import type { OwnBank } from '@/lib/sync/bank'
import type { BankFault, BankPublished } from '@/lib/sync/bank-notes'
import { Button } from '../../controls/button'
import { ChoiceRow } from '../../controls/choice-row'
import { GoneCards } from './gone-cards'
import styles from './notes-desk.module.css'
import { NotesText } from './notes-text'
import { acceptable, everything, fitting, tally } from './proposal-filter'
import { ProposalFilters } from './proposal-filters'
import { ProposalItem } from './proposal-item'
import { PublishPanel } from './publish-panel'
import type { DeskHands } from './use-desk'

/** So many proposals stand on a page: the list stays quick with ten thousand. */
const pageSize = 25

interface NotesDeskProps {
  readonly desk: Desk
  readonly marks: ReadonlyMap<string, Mark>
  readonly hands: DeskHands
  readonly bank: OwnBank | null
  readonly language: Language
  readonly onPublished: (outcome: BankPublished) => Promise<void>
}

/** Notes and what was proposed from them, side by side; each shows where the other stands. */
export function NotesDesk({ desk, marks, hands, bank, language, onPublished }: NotesDeskProps) {
  const t = useTranslations('teach.notes')
  const [filter, setFilter] = useState(everything)
  const [active, setActive] = useState<string | null>(desk.cards[0]?.id ?? null)
  const [editing, setEditing] = useState<string | null>(null)
  const [side, setSide] = useState<'cards' | 'notes'>('cards')
  const [page, setPage] = useState(0)
  const [faults, setFaults] = useState<readonly BankFault[]>([])
  const [pointed, setPointed] = useState<string | null>(null)
  const cards = useMemo(() => fitting(desk, marks, filter), [desk, marks, filter])
  const pages = Math.max(1, Math.ceil(cards.length / pageSize))
  const at = Math.min(page, pages - 1)
  const shown = useMemo(() => cards.slice(at * pageSize, (at + 1) * pageSize), [cards, at])
  const readable = useMemo(() => readableNotes(desk.text, desk.name), [desk.text, desk.name])
  const placed = useMemo(
    () =>
      shown.map(({ id, source }) => {
        const [from, to] = readable.range(source.from, source.to)
        return { id, source: { from, to } }
      }),
    [shown, readable],
  )
  const counts = useMemo(() => tally(desk.cards, marks), [desk.cards, marks])
  const easy = useMemo(() => acceptable(desk.cards, marks), [desk.cards, marks])
  const changeOf = useMemo(() => {
    const all = new Map<string, 'added' | 'changed' | 'moved'>()
    for (const kind of ['added', 'changed', 'moved'] as const)
      for (const id of desk.changes?.[kind] ?? []) all.set(id, kind)
    return all
  }, [desk.changes])

  const go = (step: 1 | -1) => {
    const now = cards.findIndex(({ id }) => id === active)
    const next = cards[now < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, now + step))]
    if (!next) return
    setActive(next.id)
    setPage(Math.floor(cards.indexOf(next) / pageSize))
  }
  const { mark } = hands
  const decide = useCallback((card: string, decided: Mark['decided']) => mark([[card, { decided }]]), [mark])
  const keep = useCallback(
    (card: string, fields: CardFields) => {
      mark([[card, { fields }]])
      setEditing(null)
    },
    [mark],
  )
  useShortcuts((key) => {
    if (editing !== null) return false
    const card = cards.find(({ id }) => id === active)
    if (key === 'j' || key === 'ArrowDown') go(1)
    else if (key === 'k' || key === 'ArrowUp') go(-1)
    else if (card === undefined) return false
    // What the notes get wrong becomes a card by its own button only.
    else if (key === 'a' && isIncomplete(card, marks.get(card.id))) setEditing(card.id)
    else if (key === 'a' && card.claim.kind !== 'erratum') {
      decide(card.id, 'accepted')
      go(1)
    } else if (key === 'd') {
      decide(card.id, 'dropped')
      go(1)
    } else if (key === 'e') setEditing(card.id)
    else return false
    return true
  })
  const published = async (outcome: BankPublished) => {
    setFaults(outcome.faults)
    const told = outcome.faults.find(({ card }) => card !== null)?.card
    const first = told && proposalOf(told)
    if (outcome.kind === 'refused' && first) {
      setFilter(everything)
      setActive(first)
      setPage(Math.floor(desk.cards.findIndex(({ id }) => id === first) / pageSize))
    }
    await onPublished(outcome)
  }
  return (
    <div className={styles.desk}>
      <div className={styles.head}>
        <p className={styles.counts} role="status">
          {t('counts', { all: desk.cards.length, ...counts })}
          {desk.changes === null
            ? ''
            : ` ${t('changes', {
                added: desk.changes.added.length,
                changed: desk.changes.changed.length,
                moved: desk.changes.moved.length,
                gone: desk.changes.gone.length,
              })}`}
        </p>
        {desk.gone && desk.gone.length > 0 ? <GoneCards cards={desk.gone} marks={marks} /> : null}
        <ProposalFilters
          desk={desk}
          filter={filter}
          onChange={(next) => {
            setFilter(next)
            setPage(0)
          }}
        />
        <div className={styles.row}>
          <Button
            disabled={easy.length === 0}
            onClick={() => mark(easy.map(({ id }) => [id, { decided: 'accepted' as const }] as const))}
          >
            {t('acceptAll', { count: easy.length })}
          </Button>
          <p className={styles.keys}>{t('keys')}</p>
        </div>
        <div className={styles.sides}>
          <ChoiceRow
            legend={t('side')}
            name="side"
            value={side}
            options={[
              { value: 'cards', label: t('cards') },
              { value: 'notes', label: t('notes') },
            ]}
            onChange={setSide}
          />
        </div>
      </div>
      <div className={styles.panes} data-side={side}>
        <div className={styles.notes}>
          <NotesText
            text={readable.text}
            cards={placed}
            marks={marks}
            active={pointed ?? active}
            onPoint={setPointed}
            onActive={(card) => {
              setActive(card)
              setSide('cards')
            }}
          />
        </div>
        <div className={styles.cards}>
          {shown.length === 0 ? (
            <p className={styles.none}>{t(desk.cards.length === 0 ? 'noCards' : 'noneFit')}</p>
          ) : null}
          <ol className={styles.list} aria-label={t('cards')}>
            {shown.map((card) => (
              <ProposalItem
                key={card.id}
                card={card}
                mark={marks.get(card.id)}
                change={changeOf.get(card.id) ?? null}
                faults={faults.filter((fault) => fault.card !== null && proposalOf(fault.card) === card.id)}
                active={card.id === active}
                pointed={card.id === pointed}
                editing={card.id === editing}
                workshop={hands.workshop}
                onActive={setActive}
                onPoint={setPointed}
                onDecide={decide}
                onEdit={setEditing}
                onKeep={keep}
              />
            ))}
          </ol>
        </div>
      </div>
      {pages > 1 ? (
        <nav className={styles.row} aria-label={t('pages')}>
          <Button disabled={at === 0} onClick={() => setPage(at - 1)}>
            {t('before')}
          </Button>
          <span>{t('page', { at: at + 1, of: pages })}</span>
          <Button disabled={at >= pages - 1} onClick={() => setPage(at + 1)}>
            {t('after')}
          </Button>
        </nav>
      ) : null}
      <PublishPanel desk={desk} marks={marks} bank={bank} interfaceLanguage={language} onPublished={published} />
    </div>
  )
}
