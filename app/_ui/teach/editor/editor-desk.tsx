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
import type { SourceEditor } from './code-mirror'
import styles from './editor-desk.module.css'
import { FigureButton } from './figure-button'
import { FormPane } from './form-pane'
import { Gallery } from './gallery'
import { LabPane } from './lab-pane'
import { withoutEntry } from './new-card'
import { PreviewPane } from './preview-pane'
import { RemoveCard } from './remove-card'
import { SaveWord } from './save-word'
import { SourcePane } from './source-pane'
import { useCorrections } from './use-corrections'
import { useEditor } from './use-editor'
import { useFigures } from './use-figures'
import { useNewCards } from './use-new-cards'

type Part = 'cards' | 'write' | 'preview' | 'checks'
type Way = 'source' | 'form'
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
  const [way, setWay] = useState<Way>('source')
  const [beside, setBeside] = useState<Beside>('card')
  const [gallery, setGallery] = useState(false)
  const [lab] = useState(openEditorLink)
  useEffect(() => () => lab.close(), [lab])
  const corrections = useCorrections(bank.id)
  const insert = useRef((markdown: string) => source.current?.insert(markdown)).current
  const figures = useFigures(bank.id, editor, insert)
  const open = (path: string, line: number) => {
    editor.goTo(path, line)
    if (place?.path === path) source.current?.goTo(line)
    setPart('write')
  }
  const { addOf, adopt } = useNewCards(bank, editor, open)

  editor.outside.current = (path, text) => {
    if (place?.path === path) source.current?.setText(text ?? '')
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
  const item =
    text === null || look.kind !== 'card'
      ? null
      : (cutItems(text)?.items.find(({ line }) => line === look.line) ?? null)
  const type = look.kind === 'card' ? (look.card?.type ?? null) : null
  const labType =
    look.kind === 'card' ? (type ?? (shown?.line === look.line ? (shown.card?.type ?? null) : null)) : null
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
          onNew={addOf}
          onGallery={() => setGallery(true)}
        />
      </div>
      <section className={styles.writing} aria-label={t('parts.write')}>
        {path === null || text === null ? (
          <p className={styles.none}>{t(check?.left === 0 && check.cards.length === 0 ? 'begin' : 'choose')}</p>
        ) : (
          <>
            <div className={styles.ways}>
              <ChoiceRow
                legend={t('way.legend')}
                name="way"
                value={way}
                options={[
                  { value: 'source', label: t('way.source') },
                  { value: 'form', label: t('way.form') },
                ]}
                onChange={setWay}
              />
              <FigureButton state={figures.state} onFiles={(files) => void figures.add(files)} />
              {item === null ? null : (
                <RemoveCard
                  key={`${path} ${item.line}`}
                  onRemove={() => {
                    const next = withoutEntry(keeper.text(path) ?? '', item.line)
                    editor.write(path, next, Math.max(1, item.line - 1))
                    source.current?.setText(next)
                  }}
                />
              )}
            </div>
            <div className={styles.field}>
              {way === 'form' && item !== null ? (
                <FormPane
                  key={`${path} ${item.line}`}
                  item={item.text}
                  type={type}
                  languages={bank.languages}
                  ask={editor.ask}
                  onItem={(next) => {
                    const now = keeper.text(path) ?? ''
                    const old = cutItems(now)?.items.find(({ line }) => line === item.line)
                    if (old !== undefined)
                      editor.write(path, now.slice(0, old.from) + next + now.slice(old.to), item.line)
                  }}
                />
              ) : way === 'form' ? (
                <p className={styles.none}>{t('noForm')}</p>
              ) : (
                <SourcePane
                  key={path}
                  path={path}
                  text={text}
                  line={place?.line ?? 1}
                  faults={faults}
                  hints={look.kind === 'card' ? look.hints : null}
                  check={check}
                  figures={paths.filter((one) => one.startsWith('figures/'))}
                  functions={editor.functions}
                  onChange={(now, line) => editor.write(path, now, line)}
                  onCursor={(line) => goTo(path, line)}
                  onFiles={(files) => void figures.add(files)}
                  onReady={(mounted) => {
                    source.current = mounted
                  }}
                />
              )}
            </div>
          </>
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
        {showing === 'checks' ? <ChecksPane check={check} corrections={corrections} onOpen={open} /> : null}
        {showing === 'lab' && path !== null && item !== null && labType !== null ? (
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
