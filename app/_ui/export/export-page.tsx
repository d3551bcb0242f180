'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { type ExportRefusal, fetchExport } from '@/lib/client/card-export'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import type { Library } from '@/lib/search/library'
import { type ExportFormat, exportFormats } from '@/lib/sync/card-export'
import { Button } from '../controls/button'
import { ChoiceRow } from '../controls/choice-row'
import { Notice } from '../controls/notice'
import { saveFile } from '../controls/save-file'
import { NoLearner } from '../learner/no-learner'
import { SearchBox } from '../search/search-box'
import { useLibrary } from '../search/use-library'
import { useSearch } from '../search/use-search'
import styles from './export.module.css'

/** One's own cards as a file for another program; the search says which. */
export function ExportPage({ language }: { readonly language: Language }) {
  const t = useTranslations('export')
  const reading = useLibrary(language)
  if (reading.kind === 'failed')
    return <NoLearner problem={reading.problem} title={t('noStorageTitle')} text={t('noStorageText')} />
  if (reading.kind === 'loading') return <p role="status">{t('loading')}</p>
  return <Chosen library={reading.library} learner={reading.learner} language={language} />
}

type State =
  | { readonly kind: 'choosing' | 'busy' }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'refused'; readonly why: ExportRefusal }

function Chosen({
  library,
  learner,
  language,
}: {
  readonly library: Library
  readonly learner: Learner
  readonly language: Language
}) {
  const t = useTranslations('export')
  const search = useSearch()
  const names = useMemo(() => library.names(), [library])
  const count = useMemo(
    () => library.find(search.query).filter(({ card }) => card !== null).length,
    [library, search.query],
  )
  const [format, setFormat] = useState<ExportFormat>('apkg')
  const [state, setState] = useState<State>({ kind: 'choosing' })
  const save = async () => {
    setState({ kind: 'busy' })
    // The server writes the file: what was reviewed here a moment ago belongs in it.
    await learner.outbox.drain()
    const file = await fetchExport({ format, q: search.text, language })
    if (!file.ok) return setState({ kind: 'refused', why: file.error })
    const { name, type, data } = file.value
    saveFile(name, type, data)
    setState({ kind: 'saved', name })
  }
  return (
    <div className={styles.page}>
      <SearchBox search={search} names={names} />
      <p role="status">{t('found', { count })}</p>
      <ChoiceRow
        legend={t('format')}
        name="format"
        value={format}
        options={exportFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        onChange={setFormat}
      />
      <p className={styles.hint}>{t(`hints.${format}`)}</p>
      <p>
        <Button
          weight="primary"
          large
          busy={state.kind === 'busy'}
          disabled={count === 0 || search.faults.length > 0}
          onClick={() => void save()}
        >
          {state.kind === 'busy' ? t('saving') : t('save', { count })}
        </Button>
      </p>
      {state.kind === 'saved' ? <Notice tone="good">{t('saved', { name: state.name })}</Notice> : null}
      {state.kind === 'refused' ? <Notice tone="bad">{t(`refusals.${state.why}`)}</Notice> : null}
    </div>
  )
}
