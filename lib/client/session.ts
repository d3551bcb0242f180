import type { Outcome } from '@/lib/cards/card-type'
import type { Grade } from '@/lib/core/grade'
import type { CardId, ConceptId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { nextCard, siblingDistance } from '@/lib/schedule/next-card'
import { nothingExtra, type Queue, queueCounts } from '@/lib/schedule/queue'
import type { Moment } from '@/lib/schedule/study-day'
import { dayProgress, minutesLeft } from '@/lib/schedule/workload'
import type { Answer } from '@/lib/view/input'
import { type Again, asShown } from './session/as-shown'
import { type Lost, makeCardsOnCall } from './session/card-on-call'
import { coming } from './session/coming'
import { readDiary, undoable } from './session/diary'
import { makeFitting } from './session/fitting'
import type { SessionGround } from './session/ground'
import { makeLearnerNow } from './session/learner-now'
import { leechOf } from './session/leech-of'
import { eventBase, gradeEvent, spent } from './session/make-event'
import { makeScreen } from './session/screen'
import { emptyShelf, type OnShelf, type Shelf } from './session/shelf'
import { face, inLanguage, type Showing, toCurrent } from './session/showing'
import { makeSittingQueue } from './session/sitting-queue'
import { summarise } from './session/summary'
import { weigh } from './session/weigh'
import type { Leech, Put, SessionFrame, StudySession } from './session-state'
import { type StorageProblem, storageProblem } from './storage-problem'

/** Begins a sitting at once; the first snapshot says `loading`. */
export const createStudySession = (ground: SessionGround): StudySession => {
  const { deviceId, newEventId, cardTypeNamed } = ground
  const learner = makeLearnerNow(ground)
  const { now, stateOf, following } = learner
  const screen = makeScreen()
  let language = ground.language
  let extra = nothingExtra
  let shelf: Shelf = emptyShelf
  let shelfMark: string | undefined
  const sittingQueue = makeSittingQueue(ground.only, ground.clock.now())
  let recent: readonly ConceptId[] = []
  let skipped: readonly CardId[] = []
  let showing: Showing | null = null
  let leech: Leech | null = null
  let problem: StorageProblem | null = null
  let busy = false
  const fitting = makeFitting((type) => cardTypeNamed(type) !== null)
  /** The card to be shown, or its code, is still on its way. */
  let awaited = false
  let begun = false

  const queueAt = (moment: Moment): Queue =>
    sittingQueue.at(shelf, learner.states(), moment, learner.plan(), learner.meanMs(), extra)
  const onCall = makeCardsOnCall(cardTypeNamed, async (card) => {
    const deck = shelf.cards.get(card.id)?.from
    return deck ? ground.contentOf(deck, card) : null
  })
  const weighNow = (state: CardState, moment: Moment) => weigh(state, moment, learner.plan(), learner.dueDays(), shelf)

  const settle = (queue: Queue, moment: Moment) => {
    const diary = readDiary(learner.today(), deviceId)
    const meanMs = learner.meanMs()
    const frame: SessionFrame = {
      language,
      practice: false,
      counts: queueCounts(queue),
      progress: dayProgress(queue, sittingQueue.done(diary)),
      minutesLeft: minutesLeft(queueCounts(queue), meanMs),
      undoable: undoable(diary),
      leech,
      problem,
    }
    const back = diary.last === null ? [] : [diary.last.cardId]
    makeReady(showing ? [...coming(queue, moment.at, { recent, skipped }, showing.card.id), ...back] : back)
    if (showing) return screen.show({ ...frame, kind: 'card', current: toCurrent(showing) })
    const day = { queue, now: moment, plan: learner.plan(), meanMs }
    screen.show({ ...frame, kind: 'done', summary: summarise(shelf, learner.states(), diary, day) })
  }
  const redraw = () => {
    if (awaited) return
    const moment = now()
    settle(queueAt(moment), moment)
  }

  /** While the learner reads, content and code of the cards to come arrive: no card waits for them after a grade. */
  const makeReady = (ids: readonly CardId[]) => {
    for (const id of ids) {
      const on = shelf.cards.get(id)
      if (on) onCall.open(on.card)
    }
  }
  const restock = async () => {
    shelfMark = await ground.decksMark?.()
    const decks = await ground.decks(language)
    if (typeof decks !== 'string') shelf = fitting.shelfOf(decks)
  }
  /** What could not be had is left out; a content that is gone may have been of a version before, so the decks are looked at again. */
  const giveUp = async ({ card, from }: OnShelf, lost: Lost) => {
    if (lost === null) return
    if (lost === 'content') {
      await restock().catch(() => {})
      if (shelf.cards.get(card.id)?.from.version !== from.version) return
    }
    shelf = fitting.leaveOut(shelf, lost === 'code' ? card.type : card.id)
  }
  /** False where the card cannot be shown; a promise, never rejected, where it can be tried again once all of it is there. */
  const show = (id: CardId, again?: Again): boolean | Promise<unknown> => {
    const on = shelf.cards.get(id)
    const opened = on && onCall.open(on.card)
    if (!on || !opened) return false
    if (opened instanceof Promise) return opened.then((lost) => giveUp(on, lost))
    const { card, type } = opened
    const moment = now()
    const eventId = newEventId(moment.at)
    const seed = again?.seed ?? eventId
    const state = stateOf(id)
    const weighedAt = following(state, moment)
    const occasion = { seed, language }
    const faced = face(card, type, occasion, again)
    if (!faced) {
      shelf = fitting.leaveOut(shelf, id)
      return false
    }
    awaited = false
    showing = {
      eventId,
      seed,
      shownAt: moment.at,
      card,
      type,
      language,
      state,
      weighedAt,
      ...faced,
      // Buttons come with the answer.
      weighed: faced.phase.kind === 'answered' ? weighNow(state, weighedAt) : null,
    }
    recent = [...card.concepts.slice(0, 1), ...recent].slice(0, siblingDistance)
    return true
  }

  const moveOn = () => {
    showing = null
    for (;;) {
      const moment = now()
      const queue = queueAt(moment)
      const next = nextCard(queue, moment.at, { recent, skipped })
      const shown = next === null || show(next.card.id)
      if (shown instanceof Promise) return onceThere(shown, moveOn)
      if (shown) return settle(queueAt(moment), moment)
    }
  }
  const bringBack = (id: CardId, again?: Again) => {
    const shown = show(id, again)
    if (shown instanceof Promise) return onceThere(shown, () => bringBack(id, again))
    if (shown) redraw()
    else moveOn()
  }
  /** Nothing can be done to a card until then. What was shown in the meantime stays. */
  const onceThere = (arrived: Promise<unknown>, go: () => void) => {
    showing = null
    awaited = true
    screen.show({ kind: 'loading' })
    void arrived.then(() => {
      awaited = false
      if (!showing && !screen.closed()) go()
    })
  }

  const read = async () => {
    await learner.read()
    sittingQueue.forget()
  }

  const reload = async () => {
    if (busy || screen.closed() || !begun) return
    try {
      await read()
      if ((await ground.decksMark?.()) !== shelfMark) await restock()
    } catch (error) {
      problem = storageProblem(error)
      return redraw()
    }
    if (busy || screen.closed()) return
    if (!showing || !shelf.cards.has(showing.card.id) || stateOf(showing.card.id).seen?.id !== showing.state.seen?.id)
      return moveOn()
    showing = { ...showing, state: stateOf(showing.card.id) }
    redraw()
  }

  // Without a deck there was nothing to begin with: perhaps there is now.
  const onChange = () => void (screen.getSnapshot().kind === 'no-deck' ? boot() : reload())

  /** Keeps an event; false, and a problem on the page, when the browser did not. */
  const keep = async (event: ReviewEvent): Promise<boolean> => {
    try {
      for (const { cardId } of await learner.keep(event)) sittingQueue.changed(cardId)
      problem = null
      return true
    } catch (error) {
      problem = storageProblem(error)
      return false
    }
  }
  /** One action at a time: what comes while another is being kept is a double tap. */
  const act = async (event: () => ReviewEvent | null, after: () => void) => {
    if (busy || screen.closed()) return
    const made = event()
    if (!made) return
    busy = true
    const kept = await keep(made)
    busy = false
    if (!kept) return redraw()
    after()
    ground.changes.publish(onChange)
    ground.onKept()
  }
  const baseOf = (id: CardId) => {
    const moment = now()
    const card = { cardId: id, revision: shelf.cards.get(id)?.card.revision ?? '' }
    return eventBase(newEventId(moment.at), deviceId, card, following(stateOf(id), moment))
  }
  const deed = (kind: 'bury' | 'suspend' | 'reset') =>
    act(() => showing && { ...baseOf(showing.card.id), kind }, moveOn)
  const put = (id: CardId, what: Put) =>
    act(
      () => ({ ...baseOf(id), ...(typeof what === 'object' ? { kind: 'flag', ...what } : { kind: what }) }),
      () => (showing?.card.id === id ? moveOn() : redraw()),
    )
  const boot = async () => {
    // One does not wait for the other: the store reads while what it has read is taken in.
    const reading = ground.decks(language).then((decks) => (typeof decks === 'string' ? decks : fitting.shelfOf(decks)))
    const all = await Promise.all([reading, read(), ground.decksMark?.()]).catch(() => null)
    if (all === null) return screen.show({ kind: 'no-storage' })
    const [found, , mark] = all
    shelfMark = mark
    if (typeof found === 'string') return screen.show({ kind: 'no-deck', reason: found })
    shelf = found
    begun = true
    moveOn()
  }

  const unsubscribe = ground.changes.subscribe(onChange)
  void boot()

  return {
    subscribe: screen.subscribe,
    getSnapshot: screen.getSnapshot,

    answer: (answer): Outcome | null => {
      if (showing?.phase.kind !== 'question') return null
      const { card, type, seed, shownAt, state } = showing
      const moment = now()
      const outcome = type.outcome(card.content, { seed, language }, answer, spent(shownAt, moment.at))
      if (outcome.verdict.kind === 'unreadable') {
        showing = { ...showing, phase: { kind: 'question', unreadable: outcome } }
      } else {
        const weighedAt = following(state, moment)
        const phase = { kind: 'answered', answer, outcome } as const
        showing = { ...showing, phase, weighedAt, weighed: weighNow(state, weighedAt) }
      }
      redraw()
      return outcome
    },

    grade: (grade: Grade, steps: Answer | null = null) => {
      const before = showing?.state
      return act(
        () => {
          if (showing?.phase.kind !== 'answered' || showing.weighed === null) return null
          const moment = now()
          skipped = skipped.filter((one) => one !== showing?.card.id)
          return gradeEvent({ ...showing, weighed: showing.weighed }, showing.phase, grade, {
            deviceId,
            now: following(showing.state, moment),
            tappedAt: moment.at,
            steps,
          })
        },
        () => {
          if (before) leech = leechOf(before, stateOf(before.cardId), shelf, learner.plan()) ?? leech
          moveOn()
        },
      )
    },

    undo: () => {
      const { last } = readDiary(learner.today(), deviceId)
      if (!last) return Promise.resolve()
      const again = asShown(last, shelf)
      return act(
        () => ({ ...baseOf(last.cardId), kind: 'undo', target: last.id }),
        () => {
          leech = null
          bringBack(last.cardId, again)
        },
      )
    },

    skip: () => {
      if (!showing || busy) return
      const { id } = showing.card
      skipped = [...skipped.filter((one) => one !== id), id]
      moveOn()
    },
    bury: () => deed('bury'),
    suspend: () => deed('suspend'),
    reset: () => deed('reset'),
    put,
    leechRead: () => {
      leech = null
      redraw()
    },
    flag: (flag) =>
      act(
        () => showing && { ...baseOf(showing.card.id), kind: 'flag', flag },
        () => {
          if (showing) showing = { ...showing, state: stateOf(showing.card.id) }
          redraw()
        },
      ),

    setLanguage: async (wanted) => {
      const decks = await ground.decks(wanted)
      if (typeof decks === 'string' || screen.closed()) return
      language = wanted
      fitting.forget()
      shelf = fitting.shelfOf(decks)
      const on = showing && shelf.cards.get(showing.card.id)
      const card = on && (await ground.contentOf(on.from, on.card).catch(() => null))
      if (screen.closed()) return
      if (!showing || showing.card.id !== card?.id) return moveOn()
      showing = inLanguage(showing, card, language)
      redraw()
    },

    allowMoreNew: (count) => {
      extra = { ...extra, newCards: extra.newCards + count }
      moveOn()
    },
    openDay: () => {
      extra = { ...extra, open: true }
      moveOn()
    },
    explain: async (id) => {
      const { explainCard } = await import('./session/explain-card')
      const events = await ground.store.history(id)
      return explainCard(stateOf(id), events, now(), learner.plan(), learner.dueDays(), shelf)
    },
    close: () => {
      screen.close()
      unsubscribe()
    },
  }
}
