import { list, object } from '@/lib/core/decode'
import type { Result } from '@/lib/core/result'
import { decodeFitAnswer, decodeStoredSet, type FitAnswer, type StoredSet } from '@/lib/schedule/fit/report'
import { type Fetch, type FetchRefusal, fetchJson } from './fetch-json'

const path = '/api/parameters'
const mostSets = 100
/** A large history on a busy server takes its time, ms. */
const patience = 300_000

const decodeSets = object<{ readonly sets: readonly StoredSet[] }>({ sets: list(decodeStoredSet, mostSets) })

/** Asks the server to fit the memory model to the reviews it has. */
export const fitOnServer = (fetch: Fetch): Promise<Result<FitAnswer, FetchRefusal>> =>
  fetchJson(fetch, path, decodeFitAnswer, { method: 'POST', signal: AbortSignal.timeout(patience) })

export const storedSets = (fetch: Fetch): Promise<Result<{ readonly sets: readonly StoredSet[] }, FetchRefusal>> =>
  fetchJson(fetch, path, decodeSets)
