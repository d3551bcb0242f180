'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '@/app/_ui/controls/notice'
import type { ShapeHint } from '@/lib/cards/authoring-type'
import { fieldsAfter, fieldsBefore } from '@/lib/cards/form'
import { cardForms } from '@/lib/cards/forms'
import type { DraftCheck } from '@/lib/client/editor/draft-reader'
import type { KnownFunction } from '@/lib/client/editor/editor-messages'
import { cutItems } from '@/lib/content/yaml/card-items'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { completeAt } from './completion'
import { quickFix } from './quick-fixes'
import type { SourceEditor, Steps } from './source/code-mirror'
import styles from './source-pane.module.css'
import { tellWord } from './word-told'

interface SourceProps {
  readonly path: string
  readonly text: string
  /** Where to begin. */
  readonly line: number
  readonly faults: readonly Diagnostic[]
  readonly hints: readonly ShapeHint[] | null
  readonly check: DraftCheck | null
  readonly figures: readonly string[]
  readonly functions: readonly KnownFunction[]
  /** A form stands in its place: it stays as it is, with its cursor and history. */
  readonly away: boolean
  readonly onChange: (text: string, line: number) => void
  readonly onCursor: (line: number) => void
  readonly onHistory: (steps: Steps) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onReady: (editor: SourceEditor | null) => void
}

/** The entry the cursor stands in, up to the cursor and whole. */
const entryAt = (before: string, text: string): readonly [string, string] => {
  const item = cutItems(text)?.items.findLast(({ from }) => from <= before.length)
  return item === undefined ? [before, text] : [before.slice(item.from), item.text]
}

/** The source of one file, with its faults where they stand. Mounted anew for every file. */
export function SourcePane(props: SourceProps) {
  const t = useTranslations('editor.source')
  const labels = useTranslations('editor.form.label')
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<SourceEditor | null>(null)
  const [missing, setMissing] = useState(false)
  const latest = useRef(props)
  latest.current = props
  const phrases = useRef<Readonly<Record<string, string>>>({})
  phrases.current = {
    Find: t('find'),
    Replace: t('replace'),
    next: t('next'),
    previous: t('previous'),
    all: t('all'),
    'match case': t('matchCase'),
    'by word': t('byWord'),
    regexp: t('regexp'),
    replace: t('replace'),
    'replace all': t('replaceAll'),
    close: t('close'),
    Diagnostics: t('faults'),
    'No diagnostics': t('noFaults'),
    type: t('kind.type'),
    field: t('kind.field'),
    concept: t('kind.concept'),
    figure: t('kind.figure'),
    function: t('kind.function'),
    name: t('kind.name'),
  }
  const fixName = useRef((word: string) => word)
  fixName.current = (word) => t('putIn', { word })
  const tell = useRef<(word: string, after: string) => string | null>(() => null)
  tell.current = (word, after) => {
    const fields = cardForms.flatMap((form) => form.fields)
    const ground = { concepts: props.check?.concepts ?? [], functions: props.functions }
    const told = tellWord(word, after, [...fieldsBefore, ...fields, ...fieldsAfter], ground, props.hints ?? [])
    if (told === null) return null
    if (told.kind === 'field') return `${labels(told.label)}${told.needed ? '' : ` · ${t('optional')}`}`
    if (told.kind === 'value') return told.shape.length === 0 ? t('number') : told.shape.join(' × ')
    return told.kind === 'concept' ? told.title : told.signature
  }
  const label = t('label', { path: props.path })
  useEffect(() => {
    let mounted: SourceEditor | null = null
    let left = false
    const mount = ({ mountSource }: typeof import('./source/code-mirror')) => {
      if (left || host.current === null) return
      const { path, text, line } = latest.current
      mounted = mountSource(host.current, {
        path,
        text,
        label,
        onChange: (now, at) => latest.current.onChange(now, at),
        onCursor: (at) => latest.current.onCursor(at),
        onHistory: (steps) => latest.current.onHistory(steps),
        onFiles: (files) => latest.current.onFiles(files),
        complete: (before, whole) => {
          const { check, figures, functions } = latest.current
          const concepts = check?.concepts ?? []
          return completeAt(...entryAt(before, whole), { forms: cardForms, concepts, figures, functions })
        },
        tell: (word, after) => tell.current(word, after),
        fixName: (word) => fixName.current(word),
        phrases: phrases.current,
      })
      setEditor(mounted)
      latest.current.onReady(mounted)
      if (line > 1) mounted.goTo(line)
    }
    import('./source/code-mirror').then(mount, () => {
      if (!left) setMissing(true)
    })
    return () => {
      left = true
      mounted?.close()
      setEditor(null)
      latest.current.onReady(null)
    }
  }, [label])
  const { faults, hints, check } = props
  // The editor may come after what is to be marked in it.
  useEffect(() => {
    editor?.mark(
      faults.map(({ line, column, severity, message, hint }) => ({
        line,
        column,
        severity,
        message: hint === '' ? message : `${message} ${hint}`,
        fix: quickFix({ message, hint }, check?.concepts.map(({ id }) => id) ?? []),
      })),
    )
  }, [editor, faults, check])
  useEffect(() => {
    // While a line is half-written nothing is known; what was known of the others still holds.
    if (hints === null) return
    editor?.note(hints.map(({ line, shape }) => ({ line, text: shape.length === 0 ? t('number') : shape.join(' × ') })))
  }, [editor, hints, t])
  if (missing) return props.away ? null : <Notice tone="bad">{t('missing')}</Notice>
  return <div ref={host} className={styles.source} data-source={props.path} data-away={props.away} />
}
