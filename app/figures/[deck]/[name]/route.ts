import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { figureResponse, figureType } from '@/lib/server/figure-response'
import { handle } from '@/lib/server/http'
import { readFigure } from '@/lib/server/services/figures'

interface Context {
  readonly params: Promise<{ readonly deck: string; readonly name: string }>
}

/** A figure of a deck. Named by its content, it may be kept for ever. */
export const GET = handle<Context>(async (request, { params }) => {
  const { deck, name } = await params
  const reader = await currentReader(request.headers, new Date())
  const data = figureType(name) === null ? null : await readFigure(database(), reader, asId<DeckId>(deck), name)
  return figureResponse(name, data, 'private, max-age=31536000, immutable')
})
