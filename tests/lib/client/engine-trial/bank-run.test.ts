import { describe, expect, it } from 'vitest'
import type { ComputeEngine, EngineReport } from '@/lib/client/compute-engine'
import {
  type BankQuestion,
  type BankResult,
  bankOf,
  runBank,
  summarise,
  worstFirst,
} from '@/lib/client/engine-trial/bank-run'
import { enginePass } from '@/lib/compute/pass'
import type { Bundle, BundledCard } from '@/lib/content/bundle'
import { asId, type CardId, type DeckId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import { compiledCard } from '../../cards/read-card'

const question = (id: string): BankQuestion => ({
  id: asId<CardId>(id),
  topic: 'Losses',
  engine: enginePass(
    {
      id: null,
      concepts: [],
      title: null,
      prompt: null,
      given: [],
      require: [],
      steps: [],
      ask: [],
      mistakes: [],
    },
    {},
  ),
})
const report = (agreement: number, changes: Partial<EngineReport> = {}): EngineReport => ({
  backend: 'webgl',
  onGpu: true,
  note: null,
  agreement,
  agreed: true,
  milliseconds: 5,
  asks: [],
  ...changes,
})
const ran = (id: string, ...of: Parameters<typeof report>): BankResult => ({
  question: question(id),
  kind: 'ran',
  report: report(...of),
})
const refused = (id: string): BankResult => ({ question: question(id), kind: 'refused', reason: 'timeout' })

const engineThat = (check: ComputeEngine['check']): ComputeEngine => ({
  state: 'ready',
  subscribe: () => () => {},
  check,
  close: () => {},
})

describe('the bank on this device', () => {
  const card = (id: string, type: string, content: BundledCard['content']): BundledCard => ({
    id: asId<CardId>(id),
    revision: 'r',
    type,
    concepts: [],
    practice: false,
    tags: [],
    heading: ['Study 2', 'Losses'],
    section: null,
    content,
  })
  const compute = compiledCard(
    'compute',
    'prompt: { en: "Double?", zh: "两倍？" }\ngiven: { a: { integer: [1, 50] } }\nask: [{ value: 2 * a, integer: true }]',
  ).compiled
  const basic = compiledCard('basic', 'front: { en: "Q", zh: "问" }\nback: { en: "A", zh: "答" }').compiled
  const bundle: Bundle = {
    format: 1,
    deck: asId<DeckId>('d'),
    version: 'v',
    language: 'en',
    title: 'D',
    author: '',
    licence: '',
    source: '',
    cards: [card('d/a', 'compute', compute), card('d/b', 'basic', basic), card('d/c', 'of a later version', null)],
  }

  it('holds every card that has something to compute, and no other', async () => {
    expect((await bankOf([bundle])).map(({ id, topic }) => [id, topic])).toEqual([['d/a', 'Losses']])
  })

  it('shows the same numbers each time', async () => {
    const [one, two] = [await bankOf([bundle]), await bankOf([bundle])]
    expect(one[0]?.engine.given).toEqual(two[0]?.engine.given)
  })
})

describe('running the bank', () => {
  it('runs every question once, in order, and goes on after one that cannot run', async () => {
    const told: BankResult[] = []
    const engine = engineThat(async () =>
      told.length === 1 ? refuse({ reason: 'timeout', message: '' }) : ok(report(1e-7)),
    )
    const never = new AbortController().signal
    await runBank(engine, ['a', 'b', 'c'].map(question), (result) => told.push(result), never)
    expect(told.map(({ question: { id }, kind }) => [id, kind])).toEqual([
      ['a', 'ran'],
      ['b', 'refused'],
      ['c', 'ran'],
    ])
  })

  it('stops between two questions when cancelled and tells nothing more', async () => {
    const told: BankResult[] = []
    const stop = new AbortController()
    const engine = engineThat(async () => {
      if (told.length === 1) stop.abort()
      return ok(report(0))
    })
    await runBank(engine, ['a', 'b', 'c'].map(question), (result) => told.push(result), stop.signal)
    expect(told.map(({ question: { id } }) => id)).toEqual(['a'])
  })

  it('lists what could not run first, then what differs, then the largest differences', () => {
    const results = [
      ran('exact', 0),
      refused('slow'),
      ran('rough', 9e-5),
      ran('wrong', 3e-5, { agreed: false }),
      refused('slow too'),
    ]
    expect(worstFirst(results).map(({ question: { id } }) => id)).toEqual([
      'slow',
      'slow too',
      'wrong',
      'rough',
      'exact',
    ])
  })

  it('sums up', () => {
    const results = [
      ran('a', 1e-6),
      ran('b', 2e-4, { agreed: false, milliseconds: 30 }),
      ran('c', 0, { onGpu: false }),
      refused('d'),
    ]
    expect(summarise(results)).toEqual({
      run: 3,
      agree: 2,
      differ: 1,
      refused: 1,
      onGpu: 2,
      worst: 2e-4,
      medianMs: 5,
    })
    expect(summarise([])).toMatchObject({ run: 0, worst: 0, medianMs: 0 })
  })
})
