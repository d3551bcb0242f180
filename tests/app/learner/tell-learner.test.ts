import { describe, expect, it } from 'vitest'
import { tellLearner } from '@/app/_ui/learner/tell-learner'
import type { Learner } from '@/lib/client/learner'
import { ok, refuse } from '@/lib/core/result'

const learner = { deviceId: 'phone' } as unknown as Learner

describe('what is done already', () => {
  it('is told to the store of this device', async () => {
    const told: unknown[] = []
    await tellLearner(
      async (one) => told.push(one),
      async () => ok(learner),
    )
    expect(told).toEqual([learner])
  })

  it('lets the page go on where there is no store, its code does not come, or it cannot take it', async () => {
    const told: unknown[] = []
    const tell = async (one: Learner) => told.push(one)
    await tellLearner(tell, async () => refuse('storage-failed'))
    await tellLearner(tell, () => Promise.reject(new Error('no code')))
    expect(told).toEqual([])
    await tellLearner(
      () => Promise.reject(new Error('closed')),
      async () => ok(learner),
    )
  })
})
