import type { AskableCard } from '@/lib/exam/protocol/staff'
import type { ChosenItem, ExamSetup, SetupZone } from '@/lib/exam/setup'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Carried by students who have half the time more, and a break. */
export const moreTime = 'more time'

/** So many of the cards, spread evenly over all of them. */
const spread = (cards: readonly AskableCard[], count: number): readonly ChosenItem[] => {
  const most = Math.min(count, cards.length)
  return Array.from({ length: most }, (_, at) => cards[Math.floor((at * cards.length) / most)]).flatMap((one) =>
    one === undefined ? [] : [{ card: one.card, difficulty: one.difficulty }],
  )
}

interface Size {
  readonly ideas: number
  readonly byHand: number
}

/** Two parts: ideas, which are left behind for good, then numbers by hand. Each takes half of its pool. */
const zonesOf = (cards: readonly AskableCard[], { ideas, byHand }: Size): readonly SetupZone[] => {
  const counted = (type: string) => type === 'compute' || type === 'numeric'
  const zone = { shuffle: true, lock: false }
  return [
    {
      ...zone,
      id: 'ideas',
      title: 'Ideas',
      take: ideas,
      points: 2,
      lock: true,
      items: spread(
        cards.filter(({ type }) => !counted(type)),
        2 * ideas,
      ),
    },
    {
      ...zone,
      id: 'by-hand',
      title: 'By hand',
      take: byHand,
      points: 5,
      items: spread(
        cards.filter(({ type }) => counted(type)),
        2 * byHand,
      ),
    },
  ]
}

const common = {
  graceSeconds: 30,
  zone: 'UTC',
  roomCode: null,
  credit: 'cells',
  liveScore: false,
  admission: 'joined',
  accommodations: [{ label: moreTime, factor: 1.5, breakMinutes: 10 }],
} as const

/** An hour on an afternoon four weeks ago, about what the class had seen by then. */
export const midtermSetup = (cards: readonly AskableCard[], opensAt: number): ExamSetup => ({
  ...common,
  title: 'Midterm (simulated)',
  instructions:
    'One sheet of notes is allowed.\n\nThe students of this exam and their answers were made up by a program.',
  opensAt,
  dueAt: opensAt + 2 * hourMs,
  closesAt: opensAt + 3 * hourMs,
  durationMinutes: 60,
  zones: zonesOf(cards, { ideas: 5, byHand: 6 }),
  forms: 4,
  feedback: { show: 'full', when: 'closed', at: null, keysEarly: false },
})

/** Open from an hour ago for two months, so that whoever looks around can sit it. */
export const openExamSetup = (cards: readonly AskableCard[], now: number): ExamSetup => ({
  ...common,
  title: 'Quiz (open now)',
  instructions:
    'Begin whenever you like: the clock runs from then, and every answer is kept as you write it.\n\nOther students of this quiz are simulated.',
  opensAt: now - hourMs,
  dueAt: now + 60 * dayMs,
  closesAt: now + 60 * dayMs,
  durationMinutes: 45,
  zones: zonesOf(cards, { ideas: 3, byHand: 4 }),
  forms: 6,
  feedback: { show: 'full', when: 'handed-in', at: null, keysEarly: false },
})
