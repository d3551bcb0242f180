import { afterEach, describe, expect, it } from 'vitest'
import { momentAt } from '@/lib/client/clock'
import { packStates } from '@/lib/client/store/state-pack'
import type { ConceptId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { nextCard } from '@/lib/schedule/next-card'
import { buildQueue } from '@/lib/schedule/queue'
import { fold } from '@/lib/schedule/replay'
import { day, randomHistory } from '../schedule/history'
import { planOf } from '../schedule/plans'
import { answerAndGrade, bundleOf, makeDesk, ready } from './desk'

let close: () => void = () => undefined
afterEach(() => close())

const words = Array.from({ length: 9 }, (_, n) => `card-${n}`)
const plan = planOf({ newCards: 3 })
const shown = bundleOf('en', words).cards.map(({ id, concepts, practice }) => ({
  id,
  deck: bundleOf('en', words).deck,
  concept: concepts[0] ?? null,
  practice,
}))

describe('a study session over states in packs', () => {
  it('shows, card after card, what a queue over all events made anew would show', async () => {
    for (let seed = 0; seed < 25; seed++) {
      const rng = makeRng('sitting', seed)
      const desk = await makeDesk(words)
      close = desk.close
      await desk.store.append(randomHistory(seed))
      const packed = (await desk.db.getAll('states')).filter(() => rng.integer(0, 3) > 0)
      if (packed.length > 0) await desk.db.put('packs', packStates(packed))
      for (const { cardId } of packed) await desk.db.delete('states', cardId)
      desk.pass(rng.integer(0, 40) * day)
      const session = desk.sit({ plan: async () => plan })
      await ready(session)
      let recent: readonly ConceptId[] = []
      for (let step = 0; step < 6; step++) {
        const now = momentAt(desk.ground.clock, desk.ground.clock.now(), plan.dayStartsAt)
        const states = fold(await desk.store.between(0, Number.MAX_SAFE_INTEGER))
        const expected = nextCard(buildQueue(shown, states, now, plan, 8000), now.at, { recent, skipped: [] })
        const snapshot = session.getSnapshot()
        expect(snapshot.kind === 'card' ? snapshot.current.card.id : null, `history ${seed}, card ${step}`).toBe(
          expected?.card.id ?? null,
        )
        if (snapshot.kind !== 'card') break
        recent = [...snapshot.current.card.concepts, ...recent]
        desk.pass(rng.integer(0, 30) * 60_000)
        await answerAndGrade(session, rng.integer(0, 2) === 0 ? 'again' : 'good')
        await ready(session)
      }
      session.close()
      desk.close()
    }
  })
})
