import 'server-only'

const ends = new Map<string, Promise<unknown>>()

/** Runs `work` once all earlier work of this name has ended, well or not. */
export const oneAtATime = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const mine = (ends.get(name) ?? Promise.resolve()).then(work, work)
  ends.set(name, mine)
  const forget = () => {
    if (ends.get(name) === mine) ends.delete(name)
  }
  mine.then(forget, forget)
  return mine
}

/**
 * As `oneAtATime`, and of each person only one work waits among the others': whoever asks often stands behind everybody
 * else each time.
 */
export const inTurn = <T>(name: string, person: string, work: () => Promise<T>): Promise<T> =>
  oneAtATime(`${name} of ${person}`, () => oneAtATime(name, work))
