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
import { coming } from './session/coming'
import { makeDeeds } from './session/deeds'
import { readDiary, undoable } from './session/diary'
import type { SessionGround } from './session/ground'
import { makeHand } from './session/hand'
import { makeLearnerNow } from './session/learner-now'
import { leechOf } from './session/leech-of'
import { gradeEvent, spent } from './session/make-event'
import { makeScreen } from './session/screen'
import { face, inLanguage, type Showing, toCurrent } from './session/showing'
import { makeSittingQueue } from './session/sitting-queue'
import { summarise } from './session/summary'
import { weigh } from './session/weigh'
import type { Leech, Put, SessionFrame, StudySession } from './session-state'

/** Begins a sitting at once; the first snapshot says `loading`. */
export const createStudySession = (ground: SessionGround): StudySession => {
  const { deviceId, newEventId } = ground
  const learner = makeLearnerNow(ground)
  const { now, stateOf, following } = learner
  const hand = makeHand(ground)
  const deeds = makeDeeds(ground, learner)
  const screen = makeScreen()
  const sittingQueue = makeSittingQueue(ground.only, ground.clock.now())
  let extra = nothingExtra
  let recent: readonly ConceptId[] = []
  let skipped: readonly CardId[] = []
  let showing: Showing | null = null
  let leech: Leech | null = null
  /** The card to be shown, or its code, is still on its way. */
  let awaited = false
  let begun = false
  /** Something changed that was not read, a deed being kept. */
  let missed = false

  const queueAt = (moment: Moment): Queue =>
    sittingQueue.at(hand.shelf(), learner.states(), moment, learner.plan(), learner.meanMs(), extra)
  const weighNow = (state: CardState, moment: Moment) =>
    weigh(state, moment, learner.plan(), learner.dueDays(), hand.shelf())

  const settle = (queue: Queue, moment: Moment) => {
    const diary = readDiary(learner.today(), deviceId)
    const meanMs = learner.meanMs()
    const frame: SessionFrame = {
      language: hand.language(),
      practice: false,
      counts: queueCounts(queue),
      progress: dayProgress(queue, sittingQueue.done(diary)),
      minutesLeft: minutesLeft(queueCounts(queue), meanMs),
      undoable: undoable(diary),
      leech,
      problem: deeds.problem(),
    }
    const back = diary.last === null ? [] : [diary.last.cardId]
    // While the learner reads, the cards to come arrive: none is waited for after a grade.
    hand.ready(showing ? [...coming(queue, moment.at, { recent, skipped }, showing.card.id), ...back] : back)
    if (showing) return screen.show({ ...frame, kind: 'card', current: toCurrent(showing) })
    const day = { queue, now: moment, plan: learner.plan(), meanMs }
    screen.show({ ...frame, kind: 'done', summary: summarise(hand.shelf(), learner.states(), diary, day) })
  }
  const redraw = () => {
    if (awaited) return
    const moment = now()
    settle(queueAt(moment), moment)
  }

  /** False where the card cannot be shown; a promise, never rejected, where it can be tried again once all of it is there. */
  const show = (id: CardId, again?: Again): boolean | Promise<unknown> => {
    const opened = hand.open(id)
    if (opened === null) return false
    if (opened instanceof Promise) return opened
    const { card, type } = opened
    const moment = now()
    const eventId = newEventId(moment.at)
    const seed = again?.seed ?? eventId
    const state = stateOf(id)
    const weighedAt = following(state, moment)
    const language = hand.language()
    const faced = face(card, type, { seed, language }, again)
    if (!faced) {
      hand.leaveOut(id)
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

  /** Whether to read now. A deed goes first; what changed meanwhile is read after it. */
  const free = (): boolean => {
    missed ||= deeds.busy()
    return !deeds.busy() && !screen.closed()
  }
  const reload = async () => {
    if (!begun || !free()) return
    missed = false
    try {
      await read()
      await hand.keepUp()
    } catch (error) {
      deeds.failed(error)
      return redraw()
    }
    if (!free()) return
    const id = showing?.card.id
    if (!showing || !id || !hand.shelf().cards.has(id) || stateOf(id).seen?.id !== showing.state.seen?.id)
      return moveOn()
    showing = { ...showing, state: stateOf(id) }
    redraw()
  }

  // Without a deck there was nothing to begin with: perhaps there is now.
  const onChange = () => void (screen.getSnapshot().kind === 'no-deck' ? boot() : reload())

  const act = async (event: () => ReviewEvent | null, after: () => void) => {
    if (screen.closed()) return
    const outcome = await deeds.keep(event, sittingQueue.changed)
    if (outcome === 'failed') redraw()
    if (outcome === 'kept') {
      after()
      ground.changes.publish(onChange)
      ground.onKept()
    }
    if (missed && outcome !== 'nothing') await reload()
  }
  const baseOf = (id: CardId) => deeds.baseOf(id, hand.shelf().cards.get(id)?.card.revision ?? '')
  const deed = (kind: 'bury' | 'suspend' | 'reset') =>
    act(() => showing && { ...baseOf(showing.card.id), kind }, moveOn)
  const put = (id: CardId, what: Put) =>
    act(
      () => ({ ...baseOf(id), ...(typeof what === 'object' ? { kind: 'flag', ...what } : { kind: what }) }),
      () => (showing?.card.id === id ? moveOn() : redraw()),
    )
  const boot = async () => {
    // One does not wait for the other: the store reads while what it has read is taken in.
    const both = await Promise.all([hand.take(), read()]).catch(() => null)
    if (both === null) return screen.show({ kind: 'no-storage' })
    const [found] = both
    if (found !== 'taken') return screen.show({ kind: 'no-deck', reason: found })
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
      const occasion = { seed, language: hand.language() }
      const outcome = type.outcome(card.content, occasion, answer, spent(shownAt, moment.at))
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
          if (before) leech = leechOf(before, stateOf(before.cardId), hand.shelf(), learner.plan()) ?? leech
          moveOn()
        },
      )
    },

    undo: () => {
      const { last } = readDiary(learner.today(), deviceId)
      if (!last) return Promise.resolve()
      const again = asShown(last, hand.shelf())
      return act(
        () => ({ ...baseOf(last.cardId), kind: 'undo', target: last.id }),
        () => {
          leech = null
          bringBack(last.cardId, again)
        },
      )
    },

    skip: () => {
      if (!showing || deeds.busy()) return
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
      if (!(await hand.speak(wanted)) || screen.closed()) return
      const card = showing && (await hand.contentOf(showing.card.id))
      if (screen.closed()) return
      if (!showing || showing.card.id !== card?.id) return moveOn()
      showing = inLanguage(showing, card, wanted)
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
      return explainCard(stateOf(id), events, now(), learner.plan(), learner.dueDays(), hand.shelf())
    },
    close: () => {
      screen.close()
      unsubscribe()
    },
  }
}
