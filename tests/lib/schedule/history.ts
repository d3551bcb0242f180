import { grades } from '@/lib/core/grade'
import { asId, type CardId, type DeviceId, type EventId } from '@/lib/core/id'
import { makeRng, type Rng } from '@/lib/core/rng'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import type { ExamGoal, ExamScore } from '@/lib/schedule/exam-goal'
import { defaultParameters } from '@/lib/schedule/fsrs'
import type { Load, PlanChange } from '@/lib/schedule/plan-change'
import { defaultPreset } from '@/lib/schedule/preset'
import { nameOfWeights } from '@/lib/schedule/weights'

export const start = Date.UTC(2026, 10, 23, 9)
export const hour = 3_600_000
export const day = 24 * hour

type GradeEvent = Extract<ReviewEvent, { kind: 'grade' }>

/** A grade event with everything but what the test is about filled in. */
export const gradeEvent = (changes: Partial<GradeEvent>): GradeEvent => ({
  id: asId<EventId>('event-1'),
  deviceId: asId<DeviceId>('phone'),
  cardId: asId<CardId>('deck/card'),
  revision: 'r1',
  at: start,
  zoneOffset: 0,
  dayStartsAt: 4,
  kind: 'grade',
  grade: 'good',
  durationMs: 8_000,
  suggested: null,
  given: null,
  answer: { kind: 'reveal' },
  verdict: 'ungraded',
  mistake: null,
  algorithm: 'fsrs-6',
  parameters: 'default',
  ...changes,
})

/** Weeks of two devices on five cards: clocks that jump back, travel, undos, undone undos and every other kind. */
export const randomHistory = (seed: number): readonly ReviewEvent[] => {
  const rng = makeRng('history', seed)
  const events: ReviewEvent[] = []
  const clocks = [start, start + rng.integer(-3, 3) * hour]
  const length = rng.integer(5, 60)
  for (let i = 0; i < length; i++) {
    const device = rng.integer(0, 1)
    const jump = rng.integer(0, 9) === 0 ? -rng.integer(0, 3 * day) : rng.integer(0, 4 * day)
    clocks[device] = (clocks[device] ?? start) + (rng.integer(0, 2) === 0 ? jump : rng.integer(0, 20 * 60_000))
    const base = {
      id: asId<EventId>(`e${seed}-${String(i).padStart(3, '0')}`),
      deviceId: asId<DeviceId>(device === 0 ? 'phone' : 'desk'),
      cardId: asId<CardId>(`deck/card-${rng.integer(1, 5)}`),
      at: clocks[device] ?? start,
      zoneOffset: [0, 480, -480, 330][rng.integer(0, 3)] ?? 0,
    }
    events.push(randomEvent(rng, base, events))
  }
  return events
}

const randomEvent = (
  rng: Rng,
  base: Pick<ReviewEvent, 'id' | 'deviceId' | 'cardId' | 'at' | 'zoneOffset'>,
  earlier: readonly ReviewEvent[],
): ReviewEvent => {
  const { kind: _kind, ...blank } = gradeEvent(base)
  const frame = { ...base, revision: blank.revision, dayStartsAt: blank.dayStartsAt }
  const draw = rng.integer(0, 19)
  const target = earlier[rng.integer(0, Math.max(0, earlier.length - 1))]
  if (draw < 4 && target) return { ...frame, cardId: target.cardId, kind: 'undo', target: target.id }
  if (draw === 4) return { ...frame, kind: 'suspend' }
  if (draw === 5) return { ...frame, kind: 'unsuspend' }
  if (draw === 6) return { ...frame, kind: 'bury' }
  if (draw === 7) return { ...frame, kind: 'reset' }
  if (draw === 8) return { ...frame, kind: 'flag', flag: rng.integer(0, 7) }
  if (draw === 9) return { ...frame, cardId: planSubject, kind: 'plan', change: randomChange(rng) }
  const grade = grades[rng.integer(0, 3)] ?? 'good'
  if (rng.integer(0, 1) === 0) return gradeEvent({ ...base, grade })
  const shift = { fuzz: rng.integer(-3, 3), balance: rng.integer(-3, 3), easy: rng.integer(-9, 9) }
  const parameters = rng.integer(0, 2) === 0 ? nameOfWeights(defaultParameters.weights.map((w) => w * 1.05)) : 'default'
  return gradeEvent({ ...base, grade, shift, parameters, terms: termNames[rng.integer(0, 2)] ?? '' })
}

/** The last is none. */
const termNames = ['0.85;1,10;10;365', '0.95;;;36500', 'whatever']

const goalOn = (day: number): ExamGoal => ({
  title: 'Finals',
  scope: { kind: 'deck', deck: 'deck' },
  day,
  from: day - 20,
  minutes: 20,
})
const scoreOn = (day: number): ExamScore => ({ kind: 'exam', day, share: 0.8, questions: 40, forecast: null })

const randomChange = (rng: Rng): PlanChange => {
  const days = Array<Load>(7).fill(rng.integer(0, 1) === 0 ? 'light' : 'full')
  const from = rng.integer(20_000, 21_000)
  const changes: readonly PlanChange[] = [
    { about: 'preset', deck: null, preset: { ...defaultPreset, newCards: rng.integer(0, 50) } },
    { about: 'preset', deck: 'deck', preset: rng.integer(0, 1) === 0 ? null : { ...defaultPreset, retention: 0.8 } },
    { about: 'weekdays', loads: days },
    { about: 'day', day: from, load: rng.integer(0, 1) === 0 ? null : 'none' },
    { about: 'break', id: `trip-${rng.integer(0, 2)}`, span: rng.integer(0, 2) === 0 ? null : { from, to: from + 9 } },
    { about: 'catch-up', minutes: rng.integer(0, 1) === 0 ? null : 20 },
    { about: 'balance', on: rng.integer(0, 1) === 0 },
    { about: 'day-start', hour: rng.integer(0, 6) },
    { about: 'exam', id: `exam-${rng.integer(0, 1)}`, goal: rng.integer(0, 2) === 0 ? null : goalOn(from) },
    { about: 'exam-score', exam: `exam-${rng.integer(0, 1)}`, id: `score-${rng.integer(0, 1)}`, score: scoreOn(from) },
  ]
  const [first] = changes
  const change = changes[rng.integer(0, changes.length - 1)] ?? first
  if (!change) throw new Error('no change')
  return change
}

export const shuffle = <T>(list: readonly T[], seed: string): readonly T[] => {
  const rng = makeRng('shuffle', seed)
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = rng.integer(0, i)
    const a = copy[i]
    const b = copy[j]
    if (a !== undefined && b !== undefined) {
      copy[i] = b
      copy[j] = a
    }
  }
  return copy
}
