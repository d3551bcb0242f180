import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { figureResponse } from '@/lib/server/figure-response'
import { handle, json, Refusal, readBody } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { mostFigureBytes, readDraftFigure, writeDraftFigure } from '@/lib/server/services/banks/draft-figure'

interface Context {
  readonly params: Promise<{ readonly bank: string; readonly name: string }>
}

/** A figure of one's own draft, as it is now. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const { bank, name } = await params
  return figureResponse(name, await readDraftFigure(database(), account, bank, name), 'private, no-cache')
})

/** Puts a figure into a draft: its bytes as the body, the revision that was read as `?base=`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const base = new URL(request.url).searchParams.get('base') ?? ''
  if (!/^[1-9]\d{0,14}$/.test(base)) throw new Refusal(400, 'unreadable', '"base" must be the revision that was read.')
  const { bank, name } = await params
  const data = await readBody(request, mostFigureBytes)
  const at = { id: bank, base: Number(base) }
  return json({ revision: orRefuse(await writeDraftFigure(database(), account, at, name, data, now)) })
})
