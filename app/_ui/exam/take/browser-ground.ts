import { browserJournal } from '@/lib/client/exam/journal'
import type { SittingGround } from '@/lib/client/exam/sitting'

const deviceKey = 'gradeck.exam-device'

/** A name for this browser that both databases order alike: lower-case letters and digits. */
export const deviceName = (): string => {
  const made = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('')
  try {
    const known = localStorage.getItem(deviceKey)
    if (known !== null && /^[0-9a-z]{1,40}$/.test(known)) return known
    localStorage.setItem(deviceKey, made)
  } catch {
    // A browser that keeps nothing is another device on every visit.
  }
  return made
}

/** The browser as a sitting needs it. */
export const browserGround = (language: string): SittingGround => ({
  storage: {
    getItem: (name) => localStorage.getItem(name),
    setItem: (name, value) => localStorage.setItem(name, value),
    removeItem: (name) => localStorage.removeItem(name),
  },
  journal: browserJournal,
  fetch: (input, init) => fetch(input, init),
  ticks: () => performance.now(),
  later: (task, ms) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  device: deviceName(),
  language,
})
