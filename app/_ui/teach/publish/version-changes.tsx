'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { openEditorLink } from '@/lib/client/editor/editor-link'
import type { ShownChanges } from '@/lib/client/editor/shown-changes'
import type { Language } from '@/lib/core/language'
import { ChangeList } from './change-list'
import { readVersion } from './published-source'

const none: ReadonlySet<string> = new Set()

/** What one publication changed against the one before it. */
export function VersionChanges({
  bank,
  number,
  language,
}: {
  readonly bank: string
  readonly number: number
  readonly language: Language
}) {
  const t = useTranslations('publish')
  const [changes, setChanges] = useState<ShownChanges | 'loading' | 'failed'>('loading')
  useEffect(() => {
    const link = openEditorLink()
    let left = false
    const compare = async (): Promise<ShownChanges | 'failed'> => {
      const [after, before] = await Promise.all([
        readVersion(bank, number),
        number > 1 ? readVersion(bank, number - 1) : null,
      ])
      if (!after.ok || before?.ok === false) return 'failed'
      await link.ask('open', after.value)
      return link.ask('changes', before?.value ?? null)
    }
    compare().then(
      (found) => {
        if (!left) setChanges(found)
      },
      () => {
        if (!left) setChanges('failed')
      },
    )
    return () => {
      left = true
      link.close()
    }
  }, [bank, number])
  if (changes === 'loading') return <p role="status">{t('loading')}</p>
  if (changes === 'failed') return <p role="alert">{t('failed')}</p>
  return <ChangeList changes={changes} language={language} anew={none} onAnew={null} />
}
