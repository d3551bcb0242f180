import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as health } from '@/app/api/health/route'
import { readDeckFolder } from '@/lib/cli/deck-folder'
import { questionsIn } from '@/lib/compute/language/questions-in'
import type { DeckFile } from '@/lib/content/deck/deck'
import { isError } from '@/lib/core/diagnostic'
import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { type Scratch, scratchSqlite } from '@/lib/server/db/scratch'
import { checkFiles, checkProgress } from '@/lib/server/gate/check-files'
import { mostQuestions } from '@/lib/server/gate/gate-messages'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchSqlite()
  await migrate(scratch.place)
  vi.stubEnv('DATA_DIR', scratch.place.dialect === 'sqlite' ? scratch.place.folder : '')
})
afterAll(async () => {
  await database().$disconnect()
  await scratch.discard()
  vi.unstubAllEnvs()
})

const deck: readonly DeckFile[] = [
  { path: 'deck.yaml', text: 'id: heavy\ntitle: Heavy\nauthor: ""\nlicence: ""\nlanguages: [en]\n' },
  { path: 'concepts.yaml', text: '- { id: product, study: 1, title: Product }\n' },
]

const light = `- id: product.sum
  concepts: [product]
  prompt: What is the sum?
  given:
    a: { integer: [2, 9] }
    b: { integer: [11, 19] }
  steps: { c: a + b }
  ask: [{ value: c, integer: true }]
  mistakes:
    minus: { change: { c: a - b }, says: { en: It is a sum., zh: 这是求和。 } }
    times: { change: { c: a * b }, says: { en: It is a sum., zh: 这是求和。 } }
`

/** No seed meets its condition, and each one costs some twenty million multiply-adds. */
const heavy = `- id: product.heavy
  concepts: [product]
  prompt: What is the trace?
  given:
    w: { shape: [64, 64], uniform: [-1, 1], decimals: 1 }
  require: ["t > 1e9"]
  steps:
    powers:
      repeat: { times: 60, carry: { m: w }, steps: { m: "(m @ w) / 64" } }
    t: trace(m)
  ask: [{ value: t, decimals: 2 }]
`

const cards = (text: string): readonly DeckFile[] => [...deck, { path: 'a.cards.yaml', text }]

describe('the gate in front of a publication', () => {
  it('reads, computes and compiles what publishing wants', async () => {
    const found = await checkFiles('light', cards(light))
    expect(found).toMatchObject({ ok: true, value: { diagnostics: [] } })
    const compiled = found.ok ? found.value.compiled : null
    expect(compiled?.languages[0]?.bundle.cards).toMatchObject([{ id: 'heavy/product.sum', type: 'compute' }])
    expect(checkProgress('light')).toBeNull()
  })

  it('lets the server answer while it computes, and names the card that is too heavy', async () => {
    let ended = false
    const checking = checkFiles('heavy', cards(light + heavy), { each: 3000, whole: 60_000 }).then((found) => {
      ended = true
      return found
    })
    // Once it has come to the heavy card, the thread is busy without a pause until it is stopped.
    for (;;) {
      const progress = checkProgress('heavy')
      if (typeof progress === 'object' && progress?.name === 'product.heavy') break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    for (let asked = 0; asked < 20; asked++)
      expect((await health(new Request('http://localhost/api/health'), {})).status).toBe(200)
    expect(ended, 'it still computes').toBe(false)
    const found = await checking
    expect(found).toMatchObject({ ok: true, value: { compiled: null } })
    expect(found.ok && found.value.diagnostics.filter(isError)).toEqual([
      {
        severity: 'error',
        file: 'a.cards.yaml',
        path: '',
        line: 12,
        column: 3,
        message: '"product.heavy" is too heavy: checking it takes more than 3 s or too much memory.',
        hint: 'Use smaller tensors, fewer passes of loops, or conditions that more draws meet.',
      },
    ])
  })

  it('works on after it had to stop a card, and stops a bank that takes too long as a whole', async () => {
    const stopped = await checkFiles('whole', cards(heavy), { each: 60_000, whole: 3000 })
    expect(stopped.ok && stopped.value.diagnostics).toMatchObject([
      {
        message: 'Checking the bank takes more than 3 s; it had come to "product.heavy".',
        hint: 'Split the bank in two, or make its questions smaller.',
      },
    ])
    expect(await checkFiles('light', cards(light))).toMatchObject({ ok: true, value: { diagnostics: [] } })
  })

  it('checks one bank at a time, and refuses when too many wait or the same one is being checked', async () => {
    const budget = { each: 60_000, whole: 60_000 }
    const first = checkFiles('first', cards(light), budget)
    const rest = Array.from({ length: 12 }, (_, i) => checkFiles(`bank-${i}`, cards(light), budget))
    expect(checkProgress('bank-3')).toBe('waiting')
    expect(await checkFiles('first', cards(light), budget)).toEqual({ ok: false, error: 'gate-busy' })
    expect((await first).ok).toBe(true)
    const ends = await Promise.all(rest)
    expect(ends.map(({ ok }) => ok)).toEqual([...Array<boolean>(11).fill(true), false])
  })

  it('takes a copy of the whole course that the server comes with', () => {
    const asked = readDeckFolder('content/cs231n').flatMap(({ path, text }) => questionsIn(path, text).questions)
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.length).toBeLessThanOrEqual(mostQuestions)
  })
})
