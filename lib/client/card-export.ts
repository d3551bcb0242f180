import { object, text } from '@/lib/core/decode'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ExportRequest } from '@/lib/sync/card-export'

/** Codes the server refuses an export with; `unknown` for any other. */
const refusals = ['offline', 'signed-out', 'nothing-found', 'bad-search', 'too-many', 'too-much'] as const
export type ExportRefusal = (typeof refusals)[number] | 'unknown'

const decodeError = object({ error: object({ code: text(100) }) })

export interface CardFile {
  readonly name: string
  readonly type: string
  readonly data: Uint8Array<ArrayBuffer>
}

/** Has the server write a file of cards. */
export const fetchExport = async (request: Omit<ExportRequest, 'zone'>): Promise<Result<CardFile, ExportRefusal>> => {
  const query = new URLSearchParams({ ...request, zone: String(-new Date().getTimezoneOffset()) })
  try {
    const response = await fetch(`/api/export?${query}`, { credentials: 'same-origin' })
    if (!response.ok) {
      const told = decodeError(await response.json().catch(() => null))
      const code = told.ok ? told.value.error.code : ''
      return refuse(refusals.find((one) => one === code) ?? 'unknown')
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'gradeck'
    const type = response.headers.get('content-type') ?? 'application/octet-stream'
    return ok({ name, type, data: new Uint8Array(await response.arrayBuffer()) })
  } catch {
    return refuse('offline')
  }
}
