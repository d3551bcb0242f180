'use client'

import { useEffect, useState } from 'react'
import { fetchJson } from '@/lib/client/fetch-json'
import { decodeCorrections, type ListedCorrection } from '../../corrections/fetch-corrections'

const fetchHere: typeof fetch = (input, init) => globalThis.fetch(input, init)

/** Suggestions on cards of a bank that nobody has decided about; none while they cannot be read. */
export const useCorrections = (bank: string): readonly ListedCorrection[] => {
  const [found, setFound] = useState<readonly ListedCorrection[]>([])
  useEffect(() => {
    let left = false
    void fetchJson(fetchHere, '/api/corrections', decodeCorrections).then((answer) => {
      if (left || !answer.ok) return
      setFound(answer.value.corrections.filter(({ deckId, state }) => deckId === bank && state === 'open'))
    })
    return () => {
      left = true
    }
  }, [bank])
  return found
}
