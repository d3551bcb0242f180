import { type BindingMemoryState, FSRSBinding } from '@open-spaced-repetition/binding'
import { grades } from '@/lib/core/grade'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import type { ReviewEvent } from '@/lib/schedule/event'
import { defaultParameters } from '@/lib/schedule/fsrs'
import { foldCard } from '@/lib/schedule/replay'
import { nameOfWeights, weightsNamed } from '@/lib/schedule/weights'
import { gradeEvent } from './history'
import { oddWeights } from './simulated-learner'

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const
const minute = 60_000
const dayMs = 86_400_000
/** Weights in single precision reach a rounding of days differently only this near to it, relative. */
const nearTie = 2e-4

/** Minutes east of UTC in a zone, read from the calendar that the platform itself writes. */
const offsetIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (at: number): number => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const local = Date.UTC(
      part.year ?? 0,
      (part.month ?? 1) - 1,
      part.day ?? 1,
      part.hour ?? 0,
      part.minute ?? 0,
      part.second ?? 0,
    )
    return Math.round((local - Math.floor(at / 1000) * 1000) / minute)
  }
}

/** The calendar day somebody lives at an instant when their days begin at 4. */
const livedDay = (at: number, offset: number): number => Math.floor((at + offset * minute - 4 * 3_600_000) / dayMs)

export interface Parity {
  readonly reviews: number
  /** Largest relative difference of stability or difficulty. */
  readonly worst: number
  /** Due days that differ though no rounding explains it. */
  readonly otherDays: number
  /** Due days within single precision of a rounding, and on its other side. */
  readonly ties: number
}

/**
 * Random histories that span the changes of daylight saving, folded by the application and by the FSRS binding from the same
 * day counts. Steps and fuzz are off, so that an interval is the model's own.
 */
export const parity = (histories: number): Parity => {
  let [reviews, worst, otherDays, ties] = [0, 0, 0, 0]
  for (const zone of zones) {
    const offset = offsetIn(zone)
    for (let h = 0; h < histories; h++) {
      const rng = makeRng('parity', zone, h)
      const parameters = h % 2 === 0 ? 'default' : nameOfWeights(oddWeights)
      const weights = weightsNamed(parameters) ?? defaultParameters.weights
      const binding = new FSRSBinding([...weights])
      const cardId = asId<CardId>(`deck/${zone}-${h}`)
      const events: ReviewEvent[] = []
      // A fortnight before a change of the clocks, in spring or in autumn.
      let at = (rng.integer(0, 1) === 0 ? Date.UTC(2026, 2, 1) : Date.UTC(2026, 9, 18)) + rng.integer(0, 48) * 1_800_000
      let memory: BindingMemoryState | undefined
      let day = 0
      for (let i = 0; i < 12; i++) {
        const zoneOffset = offset(at)
        const today = i === 0 ? livedDay(at, zoneOffset) : Math.max(day, livedDay(at, zoneOffset))
        const grade = grades[rng.integer(0, 9) === 0 ? 0 : rng.integer(1, 3)] ?? 'good'
        const next = binding.nextStates(memory, 0.9, i === 0 ? 0 : today - day)
        const { hard, good, easy, again } = next
        const chosen = { again, hard, good, easy }[grade]
        const shift = { fuzz: 0, balance: 0, easy: 0 }
        const terms = '0.9;;;36500'
        const id = asId<EventId>(`${cardId}-${i}`)
        events.push(gradeEvent({ id, cardId, at, zoneOffset, grade, parameters, terms, shift }))
        const own = foldCard(cardId, events).memory
        if (own.kind !== 'review') throw new Error('There are no steps in these terms.')
        reviews++
        const apart = (a: number, b: number) => Math.abs(a - b) / Math.abs(b)
        worst = Math.max(
          worst,
          apart(own.stability, chosen.memory.stability),
          apart(own.difficulty, chosen.memory.difficulty),
        )
        const days = (interval: number) => Math.min(36_500, Math.max(1, Math.round(interval)))
        const [h3, g3, e3] = [days(hard.interval), days(good.interval), days(easy.interval)]
        const [hardDays, goodDays] = [Math.min(h3, g3), Math.max(g3, Math.min(h3, g3) + 1)]
        const ordered = {
          again: days(again.interval),
          hard: hardDays,
          good: goodDays,
          easy: Math.max(e3, goodDays + 1),
        }
        const plain = { again: days(again.interval), hard: h3, good: g3, easy: e3 }
        const expected = Math.min(36_500, (memory === undefined ? plain : ordered)[grade])
        if (own.dueDay - today !== expected) {
          const near = [hard, good, easy, again].some(
            ({ interval }) => Math.abs((interval % 1) - 0.5) < Math.max(1e-3, interval * nearTie),
          )
          if (near) ties++
          else otherDays++
        }
        memory = chosen.memory
        day = today
        at +=
          rng.integer(0, 3) === 0
            ? rng.integer(1, 600) * minute
            : Math.round(expected * (0.5 + rng.integer(0, 10) / 10)) * dayMs + rng.integer(-600, 600) * minute
        if (at > Date.UTC(2090, 0, 1)) break
      }
    }
  }
  return { reviews, worst, otherDays, ties }
}
