import { describe, expect, it } from 'vitest'
import { latestFirst } from '@/app/_ui/learner/latest-first'
import { openLearner } from '@/app/_ui/learner/use-learner'
import type { Learner } from '@/lib/client/learner'
import { ok, refuse } from '@/lib/core/result'

const learner = { deviceId: 'phone' } as unknown as Learner

describe('the learner of a page', () => {
  it('is said to be missing where its code does not come', async () => {
    expect(await openLearner(() => Promise.reject(new Error('ChunkLoadError')))).toEqual(refuse('not-loaded'))
  })

  it('is the one of the code that came, or why that has none', async () => {
    expect(await openLearner(async () => ({ theLearner: async () => ok(learner) }))).toEqual(ok(learner))
    const full = refuse('storage-full' as const)
    expect(await openLearner(async () => ({ theLearner: async () => full }))).toEqual(full)
  })
})

describe('what a page reads again with every change', () => {
  const readings = () => {
    const waiting: { readonly come: (value: string) => void; readonly fail: () => void }[] = []
    const heard: string[] = []
    const again = latestFirst(
      () => new Promise<string>((come, reject) => waiting.push({ come, fail: () => reject(new Error('full')) })),
      { come: (value) => heard.push(value), failed: () => heard.push('failed') },
    )
    return { waiting, heard, again }
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve))

  it('is not set back by an earlier reading that comes late', async () => {
    const { waiting, heard, again } = readings()
    again()
    again()
    waiting[1]?.come('after the change')
    await settled()
    waiting[0]?.come('before the change')
    await settled()
    expect(heard).toEqual(['after the change'])
  })

  it('is shown as it comes while nothing later did', async () => {
    const { waiting, heard, again } = readings()
    again()
    again()
    waiting[0]?.come('before')
    await settled()
    waiting[1]?.fail()
    await settled()
    expect(heard).toEqual(['before', 'failed'])
  })
})
