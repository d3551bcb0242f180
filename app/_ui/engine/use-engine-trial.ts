'use client'

import { useEffect, useRef, useState } from 'react'
import { openLearner } from '@/app/_ui/learner/use-learner'
import { pageEngine } from '@/app/_ui/review/engine'
import type { EngineRefusal } from '@/lib/client/compute-engine'
import { type BankResult, bankOf, runBank } from '@/lib/client/engine-trial/bank-run'
import { type EngineProbe, probeEngine } from '@/lib/client/engine-trial/probe'
import type { Language } from '@/lib/core/language'
import type { Result } from '@/lib/core/result'

export type Probing =
  | { readonly kind: 'running' }
  | { readonly kind: 'probed'; readonly result: Result<EngineProbe, EngineRefusal> }

/** How far the run over the bank has come. `stopped` and `done` keep what was found. */
export interface BankState {
  readonly kind:
    | 'idle'
    | 'reading'
    | 'running'
    | 'stopped'
    | 'done'
    | 'offline'
    | 'server'
    | 'storage'
    | 'empty'
    | 'failed'
  readonly total: number
  readonly results: readonly BankResult[]
  readonly decks: readonly { readonly deck: string; readonly version: string }[]
}

const idle: BankState = { kind: 'idle', total: 0, results: [], decks: [] }

const failed: Result<EngineProbe, EngineRefusal> = { ok: false, error: { reason: 'failed', message: '' } }

/** Measures the engine as the page opens; runs the decks of this device when told to. */
export const useEngineTrial = (language: Language) => {
  const [probing, setProbing] = useState<Probing>({ kind: 'running' })
  const [bank, setBank] = useState<BankState>(idle)
  const stopper = useRef<AbortController | null>(null)
  useEffect(() => {
    let left = false
    probeEngine(pageEngine, () => performance.now()).then(
      (result) => {
        if (!left) setProbing({ kind: 'probed', result })
      },
      () => {
        if (!left) setProbing({ kind: 'probed', result: failed })
      },
    )
    return () => {
      left = true
      stopper.current?.abort()
    }
  }, [])

  const run = async () => {
    const stop = new AbortController()
    stopper.current = stop
    setBank({ ...idle, kind: 'reading' })
    const tell = (state: BankState) => {
      if (!stop.signal.aborted) setBank(state)
    }
    const opened = await openLearner()
    if (!opened.ok) return tell({ ...idle, kind: opened.error === 'not-loaded' ? 'failed' : 'storage' })
    const { decks } = opened.value
    const held = await decks.open(language)
    if (typeof held === 'string') return tell({ ...idle, kind: held })
    const questions = await bankOf(await Promise.all(held.map(decks.whole)))
    if (questions.length === 0) return tell({ ...idle, kind: 'empty' })
    let state: BankState = {
      kind: 'running',
      total: questions.length,
      results: [],
      decks: held.map(({ deck, version }) => ({ deck, version })),
    }
    tell(state)
    const keep = (result: BankResult) => {
      state = { ...state, results: [...state.results, result] }
      tell(state)
    }
    await runBank(await pageEngine(), questions, keep, stop.signal)
    tell({ ...state, kind: 'done' })
  }
  return {
    probing,
    bank,
    // Code that could not be fetched, or a fault of ours: the page says that it broke.
    run: () => void run().catch(() => setBank({ ...idle, kind: 'failed' })),
    stop: () => {
      stopper.current?.abort()
      setBank((before) => ({ ...before, kind: before.results.length > 0 ? 'stopped' : 'idle' }))
    },
  }
}
