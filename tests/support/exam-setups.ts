import type { ExamSetup, SetupZone } from '@/lib/exam/setup'
import { noon } from './events'

const hour = 3_600_000

export const setupZone = (rest: Partial<SetupZone> = {}): SetupZone => ({
  id: 'a',
  title: 'Part A',
  take: 2,
  points: 5,
  shuffle: false,
  lock: false,
  items: [
    { card: 'losses/one', difficulty: 0.3 },
    { card: 'losses/two', difficulty: 0.5 },
  ],
  ...rest,
})

/** An exam of an hour that opens at noon of the tests' day and can be begun for two hours. */
export const examSetup = (rest: Partial<ExamSetup> = {}): ExamSetup => ({
  title: 'Midterm',
  instructions: 'One sheet of notes is allowed.',
  opensAt: noon,
  dueAt: noon + 2 * hour,
  closesAt: noon + 3 * hour,
  durationMinutes: 60,
  graceSeconds: 30,
  zone: 'Europe/Berlin',
  roomCode: null,
  zones: [setupZone()],
  forms: 3,
  credit: 'cells',
  feedback: { show: 'full', when: 'closed', at: null, keysEarly: false },
  liveScore: false,
  admission: 'joined',
  accommodations: [],
  ...rest,
})
