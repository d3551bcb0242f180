import { expect, it } from 'vitest'
import { inTurn, oneAtATime } from '@/lib/server/one-at-a-time'

const soon = () => new Promise((resolve) => setImmediate(resolve))

it('runs one work of a name after the other, whatever becomes of the one before', async () => {
  const log: string[] = []
  const failing = oneAtATime('a', async () => {
    log.push('first begins')
    await soon()
    log.push('first ends')
    throw new Error('first')
  })
  const second = oneAtATime('a', async () => log.push('second'))
  const other = oneAtATime('b', async () => log.push('of another name'))
  await expect(failing).rejects.toThrow('first')
  await Promise.all([second, other])
  expect(log).toEqual(['first begins', 'of another name', 'first ends', 'second'])
})

it('lets nobody who asks often make the others wait for more than one work of theirs', async () => {
  const log: string[] = []
  const work = (who: string, what: string) =>
    inTurn('c', who, async () => {
      await soon()
      log.push(`${who} ${what}`)
    })
  await Promise.all([work('greedy', '1'), work('greedy', '2'), work('greedy', '3'), work('patient', '1')])
  expect(log).toEqual(['greedy 1', 'patient 1', 'greedy 2', 'greedy 3'])
})
