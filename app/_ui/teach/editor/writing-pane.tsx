'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { ChoiceRow } from '@/app/_ui/controls/choice-row'
import type { CardItem } from '@/lib/content/yaml/card-items'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { OwnBank } from '@/lib/sync/bank'
import styles from './editor-desk.module.css'
import { FigureButton } from './figure-button'
import { FormPane } from './form-pane'
import { conceptsFile, isCards, withConcept, withoutEntry } from './new-card'
import { withItem } from './put-item'
import { putText } from './put-text'
import { RemoveCard } from './remove-card'
import type { SourceEditor, Steps } from './source/code-mirror'
import { SourcePane } from './source-pane'
import { UndoRow } from './undo-row'
import type { Editor } from './use-editor'
import { useFigures } from './use-figures'
import { useWay } from './use-way'

const noSteps: Steps = { undo: false, redo: false }

/** One file, written as source or its card as a form. The source stays behind the form: one history takes back both. */
export function WritingPane({
  bank,
  editor,
  path,
  text,
  item,
  nth,
  faults,
  source,
}: {
  readonly bank: OwnBank
  readonly editor: Editor
  readonly path: string
  readonly text: string
  /** The entry at hand. */
  readonly item: CardItem | null
  /** Its place among the entries: lines above it may come and go while it is written. */
  readonly nth: number
  readonly faults: readonly Diagnostic[]
  readonly source: RefObject<SourceEditor | null>
}) {
  const t = useTranslations('editor')
  const { keeper, check, look, place } = editor
  const [chosen, choose] = useWay()
  const [steps, setSteps] = useState<Steps>(noSteps)
  const [removals, setRemovals] = useState(0)
  const ways = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The question goes with its card: the focus stays at what takes it back.
    if (removals > 0) ways.current?.querySelector<HTMLElement>('button:enabled')?.focus()
  }, [removals])
  const figures = useFigures(bank.id, editor)
  // Sections and concepts have no form.
  const way = isCards(path) ? chosen : 'source'
  const paths = keeper.paths()
  const pictures = paths.filter((one) => one.startsWith('figures/'))
  const open = useRef(path)
  open.current = path
  const rewrite = (next: string, line: number) =>
    putText({ open: open.current, source: source.current, write: editor.write }, path, next, line)
  const insert = async (files: readonly File[]) => {
    for (const figure of await figures.add(files)) {
      const name = figure.replace(/^figures\/|\.\w+$/g, '')
      // It was brought for this file, and another may be open by now: then it waits among the files.
      if (source.current?.path === path) source.current.insert(`![${name}](${figure})`)
    }
  }
  const addConcept = (title: string): string => {
    const made = withConcept(keeper.text(conceptsFile) ?? '', title)
    editor.write(conceptsFile, made.text, null)
    return made.id
  }
  return (
    <>
      <div ref={ways} className={styles.ways}>
        {isCards(path) ? (
          <ChoiceRow
            legend={t('way.legend')}
            name="way"
            value={way}
            options={[
              { value: 'form', label: t('way.form') },
              { value: 'source', label: t('way.source') },
            ]}
            onChange={choose}
          />
        ) : null}
        <UndoRow steps={steps} onUndo={() => source.current?.undo()} onRedo={() => source.current?.redo()} />
        {way === 'form' ? null : <FigureButton state={figures.state} onFiles={(files) => void insert(files)} />}
        {item === null ? null : (
          <RemoveCard
            key={`${path} ${item.line}`}
            onRemove={() => {
              // The next card comes to stand in its place: what is on its way still was written in this one.
              setRemovals(removals + 1)
              rewrite(withoutEntry(keeper.text(path) ?? '', item.line), Math.max(1, item.line - 1))
            }}
          />
        )}
      </div>
      <div className={styles.field}>
        {way === 'source' ? null : item === null ? (
          <p className={styles.none}>{t('noForm')}</p>
        ) : (
          <FormPane
            key={`${path} ${nth} ${removals}`}
            item={item.text}
            faults={look.kind === 'card' && look.line === item.line ? look.faults : []}
            languages={bank.languages}
            ask={editor.ask}
            ground={{
              concepts: check?.concepts ?? [],
              addConcept,
              shapes: new Map((look.kind === 'card' ? (look.hints ?? []) : []).map(({ name, shape }) => [name, shape])),
              figures: pictures,
              figureAddress: (figure) =>
                `/api/banks/${encodeURIComponent(bank.id)}/figures/${encodeURIComponent(figure.slice('figures/'.length))}`,
              figureState: figures.state,
              addFigures: figures.add,
            }}
            onItem={(next, before) => {
              const made = withItem(keeper.text(path) ?? '', before, next, item.line)
              if (made !== null) rewrite(made.text, made.line)
            }}
            onSource={() => choose('source')}
            onUndo={() => source.current?.undo()}
            onRedo={() => source.current?.redo()}
          />
        )}
        <SourcePane
          key={path}
          path={path}
          text={text}
          line={place?.line ?? 1}
          faults={faults}
          hints={look.kind === 'card' ? look.hints : null}
          check={check}
          figures={pictures}
          functions={editor.functions}
          away={way === 'form'}
          onChange={(now, line) => editor.write(path, now, line)}
          onCursor={(line) => editor.goTo(path, line)}
          onFiles={(files) => void insert(files)}
          onHistory={setSteps}
          onReady={(mounted) => {
            source.current = mounted
            setSteps(noSteps)
          }}
        />
      </div>
    </>
  )
}
