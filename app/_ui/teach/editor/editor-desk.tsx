'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ButtonLink } from '@/app/_ui/controls/button-link'
import { ChoiceRow } from '@/app/_ui/controls/choice-row'
import { Notice } from '@/app/_ui/controls/notice'
import { authoringNamed } from '@/lib/cards/authoring'
import type { ServerDraft } from '@/lib/client/editor/draft-keeper'
import { openEditorLink } from '@/lib/client/editor/editor-link'
import type { UnsavedFile } from '@/lib/client/editor/unsaved'
import { cutItems } from '@/lib/content/yaml/card-items'
import type { Language } from '@/lib/core/language'
import type { OwnBank } from '@/lib/sync/bank'
import { BothVersions } from './both-versions'
import { CardIndex } from './card-index'
import { ChecksPane } from './checks-pane'
import styles from './editor-desk.module.css'
import { Gallery } from './gallery'
import { LabPane } from './lab-pane'
import { lineOfCard } from './line-of-card'
import { isCards } from './new-card'
import { PreviewPane } from './preview-pane'
import { SaveWord } from './save-word'
import type { SourceEditor } from './source/code-mirror'
import { useCorrections } from './use-corrections'
import { useEditor } from './use-editor'
import { useNewCards } from './use-new-cards'
import { useRemarks } from './use-remarks'
import { WritingPane } from './writing-pane'

type Part = 'cards' | 'write' | 'preview' | 'checks'
type Beside = 'card' | 'checks' | 'lab'

/** A bank's draft on the desk: its cards, the source or a form of one of them, and beside it what a learner will see. */
export function EditorDesk({
  bank,
  draft,
  unsaved,
  language,
  card,
}: {
  readonly bank: OwnBank
  readonly draft: ServerDraft
  readonly unsaved: readonly UnsavedFile[]
  readonly language: Language
  readonly card: string | null
}) {
  const t = useTranslations('editor')
  const editor = useEditor(bank, draft, unsaved)
  const { keeper, state, place, look, shown, check } = editor
  const source = useRef<SourceEditor | null>(null)
  const [part, setPart] = useState<Part>('cards')
  const [beside, setBeside] = useState<Beside>('card')
  const [gallery, setGallery] = useState(false)
  const [lab] = useState(openEditorLink)
  useEffect(() => () => lab.close(), [lab])
  const corrections = useCorrections(bank.id)
  const remarks = useRemarks(bank.id)
  const open = (path: string, line: number) => {
    editor.goTo(path, line)
    if (source.current?.path === path) source.current.goTo(line)
    setPart('write')
  }
  const { addOf, adopt } = useNewCards(bank, editor, open)

  editor.outside.current = (path, text) => {
    if (source.current?.path === path) source.current.setText(text ?? '')
    editor.hearOutside(path, text)
  }
  const first = check?.cards.find(({ id }) => id === card) ?? check?.cards[0]
  const begun = useRef(false)
  const { goTo } = editor
  useEffect(() => {
    if (begun.current || first === undefined || (card !== null && first.id !== card && check?.left !== 0)) return
    begun.current = true
    goTo(first.path, first.line)
    if (card !== null) setPart('write')
  }, [first, card, check, goTo])

  const path = place?.path ?? null
  const text = path === null ? null : keeper.text(path)
  const paths = keeper.paths()
  const faults = useMemo(() => {
    const elsewhere = (check?.diagnostics ?? []).filter(({ file }) => file === path)
    if (look.kind !== 'card') return elsewhere
    // The card at the cursor was read after the check.
    const here = ({ line }: { readonly line: number }) => line >= look.line && line < look.line + look.lines
    return [...elsewhere.filter((fault) => !here(fault)), ...look.faults]
  }, [check, look, path])
  // By the cursor alone: a card can be written before the draft has been read.
  const items = path === null || text === null || !isCards(path) ? [] : (cutItems(text)?.items ?? [])
  const item = items.findLast(({ line }) => line <= (place?.line ?? 1)) ?? items[0] ?? null
  const type = look.kind === 'card' ? (look.card?.type ?? null) : null
  const labType =
    look.kind === 'card' ? (type ?? (shown?.line === look.line ? (shown.card?.type ?? null) : null)) : null
  const isLooked = look.kind === 'card' && look.line === item?.line
  const hasLab = labType !== null && authoringNamed(labType) !== null
  const errors = check?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0
  const showing = beside === 'lab' && !hasLab ? 'card' : beside

  return (
    <div className={styles.desk} data-part={part}>
      <header className={styles.head}>
        <p className={styles.back}>
          <Link href={`/teach/${bank.id}`} prefetch={false}>
            {t('back')}
          </Link>
        </p>
        <h1 className={styles.title}>{bank.title}</h1>
        <SaveWord state={state} onRetry={() => void keeper.flush()} />
        <div className={styles.actions}>
          <ButtonLink href={`/teach/${bank.id}/publish`} weight="primary">
            {t('toPublish')}
          </ButtonLink>
        </div>
      </header>
      {bank.review === 'none' || state.revision !== bank.revision ? null : (
        <Notice tone="plain">{t('underReview')}</Notice>
      )}
      {editor.broken ? <Notice tone="bad">{t('workerGone')}</Notice> : null}
      {state.saving.kind === 'both' ? <BothVersions files={state.saving.files} onChoose={keeper.choose} /> : null}
      <div className={styles.parts}>
        <ChoiceRow
          legend={t('parts.legend')}
          name="part"
          value={part}
          options={(['cards', 'write', 'preview', 'checks'] as const).map((value) => ({
            value,
            label: value === 'checks' && errors > 0 ? `${t('parts.checks')} (${errors})` : t(`parts.${value}`),
          }))}
          onChange={(next) => {
            setPart(next)
            if (next === 'preview') setBeside(showing === 'checks' ? 'card' : showing)
            if (next === 'checks') setBeside('checks')
          }}
        />
      </div>
      <div className={styles.index}>
        <CardIndex
          check={check}
          files={paths.filter((one) => !one.startsWith('figures/'))}
          place={place}
          onOpen={open}
          onCard={({ path, line, id }) => open(path, lineOfCard(keeper.text(path) ?? '', id, line))}
          onNew={addOf}
          onGallery={() => setGallery(true)}
        />
      </div>
      <section className={styles.writing} aria-label={t('parts.write')}>
        {path === null || text === null ? (
          <p className={styles.none}>{t(check?.left === 0 && check.cards.length === 0 ? 'begin' : 'choose')}</p>
        ) : (
          <WritingPane
            bank={bank}
            editor={editor}
            path={path}
            text={text}
            item={item}
            nth={item === null ? -1 : items.indexOf(item)}
            faults={faults}
            source={source}
          />
        )}
      </section>
      <section className={styles.beside} aria-label={t('parts.preview')}>
        <div className={styles.besides}>
          <ChoiceRow
            legend={t('beside.legend')}
            name="beside"
            value={showing}
            options={(['card', 'checks', ...(hasLab ? (['lab'] as const) : [])] as const).map((value) => ({
              value,
              label: value === 'checks' && errors > 0 ? `${t('beside.checks')} (${errors})` : t(`beside.${value}`),
            }))}
            onChange={setBeside}
          />
        </div>
        {showing === 'card' ? <PreviewPane look={look} shown={shown} language={language} /> : null}
        {showing === 'checks' ? (
          <ChecksPane bank={bank.id} check={check} corrections={corrections} remarks={remarks} onOpen={open} />
        ) : null}
        {showing === 'lab' && path !== null && item !== null && labType !== null && isLooked ? (
          <LabPane
            input={{ type: labType, text: '\n'.repeat(item.line - 1) + item.text, file: path }}
            link={lab}
            onOpen={open}
          />
        ) : null}
      </section>
      {gallery ? (
        <Gallery
          language={language}
          onTake={(example) => {
            setGallery(false)
            adopt(example)
          }}
          onClose={() => setGallery(false)}
        />
      ) : null}
    </div>
  )
}
