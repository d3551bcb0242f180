'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { hearOfImport, type ImportOrder, importEndings, readImports, sendFile } from '@/lib/client/file-import'
import type { Language } from '@/lib/core/language'
import { decodeOwnBanks, type OwnBank } from '@/lib/sync/bank'
import type { ImportAnswer, MadeImport } from '@/lib/sync/file-import'
import { mostBytesOf } from '@/lib/sync/import-limits'
import { ButtonLink } from '../controls/button-link'
import { FileDrop } from '../controls/file-drop'
import { Notice } from '../controls/notice'
import { tellLearner } from '../learner/tell-learner'
import { BankRefused } from '../teach/banks/bank-refused'
import styles from './import.module.css'
import { ImportPreviewPanel } from './import-preview'
import { ImportRefused } from './import-refused'
import { MadeImports } from './made-imports'

type State =
  | { readonly kind: 'choosing'; readonly fault: 'kind' | 'large' | null }
  | { readonly kind: 'reading'; readonly name: string }
  | Answered
  | Failed

interface Answered {
  readonly kind: 'answered'
  readonly file: File
  readonly answer: ImportAnswer
  readonly applying: boolean
}

/** What was asked and not answered: it can be asked once more. */
interface Failed {
  readonly kind: 'failed'
  readonly why: BankRefusal
  readonly file: File
  readonly to: ImportOrder
  readonly before: State
}

/** What is shown of a file; decisions about its rows outlive an answer that did not come. */
const answeredOf = (state: State): Answered | null => {
  if (state.kind === 'answered') return state
  return state.kind === 'failed' && state.before.kind === 'answered' ? { ...state.before, applying: false } : null
}

interface Own {
  readonly banks: readonly OwnBank[]
  readonly imports: readonly MadeImport[]
}

/** A file of another program: looked at first, then taken in, and taken back where it was a mistake. */
export function ImportPage({ language }: { readonly language: Language }) {
  const t = useTranslations('import')
  const [own, setOwn] = useState<Own | BankRefusal | null>(null)
  const [state, setState] = useState<State>({ kind: 'choosing', fault: null })
  const read = useCallback(async () => {
    const [imports, banks] = await Promise.all([readImports(), askBanks('/api/banks', decodeOwnBanks)])
    if (!imports.ok) return setOwn(imports.error)
    setOwn(banks.ok ? { banks: banks.value.banks.filter((bank) => bank.own), imports: imports.value } : banks.error)
  }, [])
  useEffect(() => void read(), [read])
  if (own === null) return <p role="status">{t('loading')}</p>
  if (typeof own === 'string') return <BankRefused why={own} onRetry={() => void read()} />

  const hear = async () => {
    await tellLearner((learner) => hearOfImport(learner, language))
    await read()
  }
  const ask = async (file: File, to: ImportOrder, before: State) => {
    setState(before)
    const answer = await sendFile(file, to)
    if (!answer.ok) return setState({ kind: 'failed', why: answer.error, file, to, before })
    if (answer.value.kind === 'done') await hear()
    setState({ kind: 'answered', file, answer: answer.value, applying: false })
  }
  const look = (file: File, bank = 'found') => {
    if (!importEndings.some((ending) => file.name.toLowerCase().endsWith(ending)))
      return setState({ kind: 'choosing', fault: 'kind' })
    if (file.size > mostBytesOf(file.name)) return setState({ kind: 'choosing', fault: 'large' })
    void ask(file, { bank, mark: null, choices: null }, { kind: 'reading', name: file.name })
  }
  const answered = answeredOf(state)
  return (
    <div className={styles.page}>
      {state.kind === 'reading' ? (
        <Notice tone="plain" title={t('reading', { name: state.name })}>
          <p>{t('readingHint')}</p>
        </Notice>
      ) : (
        <FileDrop
          words={t('drop')}
          choose={t(answered !== null ? 'chooseOther' : 'choose')}
          hint={t('kinds')}
          endings={importEndings}
          onFiles={([file]) => file && look(file)}
        />
      )}
      {state.kind === 'choosing' && state.fault ? <Notice tone="bad">{t(`fault.${state.fault}`)}</Notice> : null}
      {answered === null ? null : (
        <Answer
          {...answered}
          banks={own.banks}
          onLook={(bank) => look(answered.file, bank)}
          onApply={(to) => void ask(answered.file, to, { ...answered, applying: true })}
        />
      )}
      {/* Below the rows, where it was pressed. */}
      {state.kind === 'failed' ? (
        <BankRefused why={state.why} onRetry={() => void ask(state.file, state.to, state.before)} />
      ) : null}
      <MadeImports imports={own.imports} onUndone={hear} />
    </div>
  )
}

function Answer({
  file,
  answer,
  applying,
  banks,
  onLook,
  onApply,
}: {
  readonly file: File
  readonly answer: ImportAnswer
  readonly applying: boolean
  readonly banks: readonly OwnBank[]
  readonly onLook: (bank: string) => void
  readonly onApply: (to: ImportOrder) => void
}) {
  const t = useTranslations('import')
  switch (answer.kind) {
    case 'refused':
    case 'faults':
      return <ImportRefused answer={answer} />
    case 'preview':
      return (
        <ImportPreviewPanel
          key={answer.preview.mark}
          name={file.name}
          preview={answer.preview}
          banks={banks}
          busy={applying}
          onLook={onLook}
          onApply={(choices) => onApply({ bank: answer.preview.bank?.id ?? 'new', mark: answer.preview.mark, choices })}
        />
      )
    case 'done':
      return (
        <Notice tone="good" title={t('done', { cards: answer.cards, reviews: answer.reviews })}>
          <p className={styles.buttons}>
            <ButtonLink href="/review" weight="primary">
              {t('review')}
            </ButtonLink>
            <ButtonLink href={`/teach/${answer.bank}`}>{t('openBank')}</ButtonLink>
          </p>
        </Notice>
      )
  }
}
