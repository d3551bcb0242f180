import { describe, expect, it } from 'vitest'
import { exportFormats } from '@/lib/client/exchange/export-messages'
import { drawPaper } from '@/lib/client/exchange/paper'
import { exporters } from '@/lib/exporters/list'
import { sampleSource } from '@/tests/support/export-source'

const wish = { seed: 'A', questions: 200, concept: null, shuffled: false }

describe('a paper', () => {
  it('has every card once, in the order of the course, each with what unfolds after it', async () => {
    const { bundle } = sampleSource()
    const paper = await drawPaper(bundle, wish)
    expect(paper.map(({ id }) => id)).toEqual(bundle.cards.map(({ id }) => id))
    expect(paper.every(({ presented, answer }) => presented.question.length > 0 && answer.length > 0)).toBe(true)
  })

  it('is the same for the same word and another for another, numbers included', async () => {
    const { bundle } = sampleSource()
    const given = async (seed: string) =>
      (await drawPaper(bundle, { ...wish, seed })).map(({ presented }) => presented.given)
    expect(await given('A')).toEqual(await given('A'))
    expect(JSON.stringify(await given('A'))).not.toBe(JSON.stringify(await given('C')))
  })

  it('draws as many questions as are wanted, of the concept that is wanted', async () => {
    const { bundle } = sampleSource()
    expect(await drawPaper(bundle, { ...wish, questions: 3 })).toHaveLength(3)
    const own = await drawPaper(bundle, { ...wish, concept: 'gradient-step' })
    const ids = new Set(
      bundle.cards.filter(({ concepts }) => concepts.some((one) => one === 'gradient-step')).map(({ id }) => id),
    )
    expect(own.map(({ id }) => id).every((id) => ids.has(id as (typeof bundle.cards)[number]['id']))).toBe(true)
    expect(own).toHaveLength(ids.size)
  })
})

describe('the export of a bank', () => {
  it('offers every format that is written', () => {
    expect([...exportFormats]).toEqual(exporters.map(({ name }) => name))
  })
})
