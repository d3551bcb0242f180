import { expect, it } from 'vitest'
import { makeJournal } from '@/lib/client/exam/journal'

/** A disk that finishes a write when it is told to. */
const slowDisk = () => {
  const written: (readonly [string, string | null])[] = []
  const ends: { readonly done: () => void; readonly fail: () => void }[] = []
  const journal = makeJournal(
    async (key) => {
      throw new Error(`${key} cannot be read`)
    },
    (key, text) =>
      new Promise((resolve, reject) => {
        written.push([key, text])
        ends.push({ done: resolve, fail: () => reject(new Error('the disk is full')) })
      }),
  )
  const end = (how: 'done' | 'fail') => {
    ends.shift()?.[how]()
    return new Promise((resolve) => setImmediate(resolve))
  }
  return { journal, written, end }
}

it('a journal writes one text at a time, and of those that came meanwhile the newest', async () => {
  const { journal, written, end } = slowDisk()
  for (const text of ['a', 'ab', 'abc']) journal.write('exam', text)
  expect(written).toEqual([['exam', 'a']])
  await end('done')
  expect(written.at(-1)).toEqual(['exam', 'abc'])
  await end('done')
  journal.write('exam', null)
  expect(written).toHaveLength(3)
  expect(written.at(-1)).toEqual(['exam', null])
})

it('a journal that could not write goes on with what comes next, and reads nothing where it cannot read', async () => {
  const { journal, written, end } = slowDisk()
  journal.write('exam', 'a')
  journal.write('exam', 'ab')
  await end('fail')
  expect(written.at(-1)).toEqual(['exam', 'ab'])
  expect(await journal.read('exam')).toBeNull()
})
