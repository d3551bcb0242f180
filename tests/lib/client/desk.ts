import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import type { CardFace } from '@/lib/cards/card-type'
import { faceAtHand } from '@/lib/cards/face-on-call'
import { makeChanges } from '@/lib/client/changes'
import { newEventId } from '@/lib/client/device'
import { createStudySession } from '@/lib/client/session'
import type { SessionGround } from '@/lib/client/session/ground'
import type { StudySession } from '@/lib/client/session-state'
import { openDatabase } from '@/lib/client/store/database'
import { makeReviewStore } from '@/lib/client/store/review-store'
import type { Bundle, BundledCard, ListedCard } from '@/lib/content/bundle'
import { asId, type CardId, type ConceptId, type DeckId, type DeviceId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { start } from '../schedule/history'
import { planOf } from '../schedule/plans'

/** Right, wrong and unreadable answers at will, and each showing told by its words. */
export const echo: CardFace = {
  name: 'echo',
  key: null,
  present: (compiled, { seed, language }) => {
    const word = JSON.stringify(compiled)
    if (word.includes('broken')) throw new Error('cannot be shown')
    return {
      question: [{ kind: 'paragraph', children: [{ kind: 'text', text: `${language} ${seed}` }] }],
      input: { kind: 'text', placeholder: '', code: false },
      given: null,
      engine: null,
    }
  },
  outcome: (_compiled, _occasion, answer) => {
    const text = answer.kind === 'text' ? answer.text : ''
    const tail = { answer: [], feedback: [], trace: null }
    if (text === '?') {
      const message = { key: 'unreadable', values: {} }
      return { ...tail, verdict: { kind: 'unreadable', cells: [], message }, suggested: null }
    }
    const right = text === 'right'
    const mistake = right ? null : { name: 'slip', step: null }
    const verdict = { kind: 'marked', right, score: right ? 1 : 0, cells: [], mistake } as const
    return { ...tail, verdict, suggested: right ? 'good' : 'again' }
  },
}

export const bundleOf = (language: Language, words: readonly string[]): Bundle => ({
  format: 1,
  deck: asId<DeckId>('deck'),
  version: 'v1',
  language,
  title: 'Deck',
  author: '',
  licence: '',
  source: '',
  cards: words.map((word, i) => ({
    id: asId<CardId>(`deck/${word}`),
    revision: 'r1',
    type: word === 'unknown' ? 'later-type' : 'echo',
    concepts: [asId<ConceptId>(`concept-${i}`)],
    practice: false,
    tags: [],
    heading: [word],
    section: null,
    content: { word },
  })),
})

/** The bundles of a desk hold whole cards. */
export const withContent = (card: ListedCard): BundledCard | null => ('content' in card ? (card as BundledCard) : null)

/** A learner at a desk in Shanghai, whose clock only moves when told. */
export const makeDesk = async (words: readonly string[] = ['a', 'b', 'c']) => {
  globalThis.indexedDB = new IDBFactory()
  const db = await openDatabase(() => undefined)
  const store = makeReviewStore(db)
  const changes = makeChanges()
  let at = start
  let kept = 0
  const ground: SessionGround = {
    store,
    changes,
    clock: { now: () => at, zoneOffset: () => 480 },
    deviceId: asId<DeviceId>('desk'),
    newEventId,
    cardTypeNamed: (name) => (name === 'echo' ? faceAtHand(echo) : null),
    decks: async (language) => [bundleOf(language, words)],
    contentOf: async (_deck, card) => withContent(card),
    plan: async () => planOf({ newCards: 10 }),
    language: 'en',
    onKept: () => {
      kept++
    },
  }
  return {
    db,
    store,
    changes,
    ground,
    kept: () => kept,
    pass: (ms: number) => {
      at += ms
    },
    sit: (change: Partial<SessionGround> = {}) => createStudySession({ ...ground, ...change }),
    close: () => {
      changes.close()
      db.close()
    },
  }
}

/** Waits for a snapshot that fits, without looking at a clock. */
export const until = (session: StudySession, fits: (session: StudySession) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (fits(session)) return resolve()
    const stop = session.subscribe(() => {
      if (!fits(session)) return
      stop()
      resolve()
    })
  })

export const ready = (session: StudySession) => until(session, (one) => one.getSnapshot().kind !== 'loading')

/** The current card, or a failing test. */
export const onCard = (session: StudySession) => {
  const snapshot = session.getSnapshot()
  if (snapshot.kind !== 'card') throw new Error(`Expected a card, the session shows ${snapshot.kind}.`)
  return snapshot
}
export const onDone = (session: StudySession) => {
  const snapshot = session.getSnapshot()
  if (snapshot.kind !== 'done') throw new Error(`Expected the end, the session shows ${snapshot.kind}.`)
  return snapshot
}
export const wordOf = (session: StudySession): string => onCard(session).current.card.id.slice('deck/'.length)
export const questionOf = (session: StudySession): string => JSON.stringify(onCard(session).current.presented.question)

export const answerAndGrade = async (session: StudySession, grade: 'again' | 'hard' | 'good' | 'easy') => {
  session.answer({ kind: 'text', text: 'right' })
  await session.grade(grade)
}

/** A desk that is cleared away when its test has ended. */
export const openDesk = async (words?: readonly string[]): ReturnType<typeof makeDesk> => {
  const desk = await makeDesk(words)
  onTestFinished(desk.close)
  return desk
}
