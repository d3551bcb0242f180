import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { askableCards } from '@/lib/server/services/exams/askable-cards'

/** Cards of a deck that an exam of a class can ask: `?class=&deck=&language=`. */
export const GET = handle(async (request: Request) => {
  const account = await requireAccount(request.headers, new Date())
  const { searchParams } = new URL(request.url)
  const [classId, deck] = [searchParams.get('class') ?? '', searchParams.get('deck') ?? '']
  const cards = await askableCards(database(), account.id, classId, deck, requestedLanguage(request))
  return json({ cards: orRefuse(cards) })
})
