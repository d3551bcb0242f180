'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Fault } from '@/lib/search/fault'
import { parseSearch } from '@/lib/search/parse'
import type { Query } from '@/lib/search/query'

export interface SearchState {
  readonly text: string
  readonly setText: (text: string) => void
  /** What was last understood whole: a search half typed changes nothing yet. */
  readonly query: Query
  readonly faults: readonly Fault[]
}

const rest = 250

/** The search on a page, kept in its address, so that it can be linked, reloaded and gone back to. */
export const useSearch = (): SearchState => {
  const [text, setText] = useState('')
  const [settled, setSettled] = useState('')
  const [query, setQuery] = useState<Query>({ kind: 'all' })
  useEffect(() => {
    const given = new URLSearchParams(location.search).get('q') ?? ''
    setText(given)
    setSettled(given)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), rest)
    return () => clearTimeout(timer)
  }, [text])
  const parsed = useMemo(() => parseSearch(settled), [settled])
  useEffect(() => {
    if (parsed.faults.length > 0) return
    setQuery(parsed.query)
    const url = new URL(location.href)
    if (settled === '') url.searchParams.delete('q')
    else url.searchParams.set('q', settled)
    if (url.href !== location.href) history.replaceState(history.state, '', url)
  }, [parsed, settled])
  return { text, setText, query, faults: parsed.faults }
}
