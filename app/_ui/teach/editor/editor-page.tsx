'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import type { BankRefusal } from '@/lib/client/banks'
import type { ServerDraft } from '@/lib/client/editor/draft-keeper'
import { readServerDraft } from '@/lib/client/editor/read-server-draft'
import { type UnsavedFile, unsavedStore } from '@/lib/client/editor/unsaved'
import type { Language } from '@/lib/core/language'
import type { OwnBank } from '@/lib/sync/bank'
import { ButtonLink } from '../../controls/button-link'
import { PageLoading } from '../../shell/page-loading'
import { PageRefused } from '../../shell/page-refused'
import { BankRefused } from '../banks/bank-refused'
import { EditorDesk } from './editor-desk'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | {
      readonly kind: 'read'
      readonly bank: OwnBank
      readonly draft: ServerDraft
      readonly unsaved: readonly UnsavedFile[]
    }

/** The editor of a bank's draft, once the draft and what was left unsaved on this device are read. */
export function EditorPage({
  id,
  language,
  card,
}: {
  readonly id: string
  readonly language: Language
  /** The card to begin with; null for the first. */
  readonly card: string | null
}) {
  const t = useTranslations('teach')
  const words = useTranslations('editor')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const read = useCallback(async () => {
    const answer = await readServerDraft(id)
    if (!answer.ok) return setState({ kind: 'refused', why: answer.error })
    const unsaved = await unsavedStore.read(id).catch(() => [])
    setState({ kind: 'read', ...answer.value, unsaved })
  }, [id])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <PageLoading text={t('loading')} />
  if (state.kind === 'refused')
    return (
      <PageRefused title={words('title')}>
        <BankRefused why={state.why} onRetry={() => void read()} />
      </PageRefused>
    )
  if (state.bank.role === 'viewer')
    return (
      <PageRefused title={state.bank.title}>
        <p>{t('people.may.viewer')}</p>
        <p>
          <ButtonLink href={`/teach/${id}/publish`} weight="primary">
            {t('look')}
          </ButtonLink>
        </p>
      </PageRefused>
    )
  return <EditorDesk bank={state.bank} draft={state.draft} unsaved={state.unsaved} language={language} card={card} />
}
