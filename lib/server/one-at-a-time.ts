import 'server-only'

const ends = new Map<string, Promise<unknown>>()

/** Runs `work` once all earlier work of this name has ended, well or not. */
export const oneAtATime = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const mine = (ends.get(name) ?? Promise.resolve()).then(work, work)
  ends.set(name, mine)
  return mine
}
