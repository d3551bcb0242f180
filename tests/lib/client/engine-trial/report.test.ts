import { describe, expect, it } from 'vitest'
import { browserName, floatName, reportText } from '@/lib/client/engine-trial/report'
import { enginePass } from '@/lib/compute/pass'
import { asId, type CardId } from '@/lib/core/id'

const program = {
  id: null,
  concepts: [],
  title: null,
  prompt: null,
  given: [],
  require: [],
  steps: [],
  ask: [],
  mistakes: [],
}
const question = (id: string) => ({ id: asId<CardId>(id), topic: 'Losses', engine: enginePass(program, {}) })
const probe = { backend: 'webgl', onGpu: true, note: null, bits: 23, firstMs: 812.4, againMs: 5.93 } as const
const facts = {
  date: '2026-11-23',
  browser: 'Chrome 141 on Linux',
  graphics: 'ANGLE (Google, Vulkan 1.3)',
  decks: [{ deck: 'cs231n', version: '0123456789abcdef' }],
  questions: 3,
  probe,
}

describe('the report', () => {
  it('tells device, precision, times and every question, the worst first', () => {
    const text = reportText({
      ...facts,
      results: [
        {
          question: question('cs231n/a'),
          kind: 'ran',
          report: {
            backend: 'webgl',
            onGpu: true,
            note: null,
            agreement: 3.21e-7,
            agreed: true,
            milliseconds: 12.2,
            asks: [],
          },
        },
        { question: question('cs231n/b'), kind: 'refused', reason: 'timeout' },
      ],
    })
    expect(text.split('\n')).toEqual([
      'Gradeck engine report',
      'date: 2026-11-23',
      'browser: Chrome 141 on Linux',
      'graphics: ANGLE (Google, Vulkan 1.3)',
      'engine: TensorFlow.js on WebGL',
      'precision: float32 (23 bits measured)',
      'start to first numbers: 812 ms, again: 5.9 ms',
      'decks: cs231n 0123456789ab',
      'questions: 2 of 3 tried, 1 ran, 1 agree, 0 differ, 1 not run',
      'largest difference: 3.2e-7, wholly on the GPU: 1 of 1, median: 12 ms',
      '',
      'not run  timeout      -    cs231n/b',
      'agrees   3.2e-7    GPU     12 ms  cs231n/a',
    ])
  })

  it('stands without an engine and without a deck', () => {
    const text = reportText({ ...facts, graphics: null, decks: [], questions: 0, probe: null, results: [] })
    expect(text).toContain('engine: did not start')
    expect(text).toContain('decks: none')
  })

  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      'Chrome 141 on Linux',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome 140 on Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari 18 on iOS',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox 143 on Windows'],
    ['something else', 'an unknown browser on an unknown system'],
  ])('names the browser without the device’s model: %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name)
  })

  it('names a precision by its bits', () => {
    expect([52, 23, 10, 7].map(floatName)).toEqual(['float64', 'float32', 'float16', '7 bits'])
  })
})
