import { refused } from './refusal'

/** `{"0":"a.jpg"}`: which entry holds which file, here the other way around. */
export const decodeMediaNames = (json: string): ReadonlyMap<string, string> => {
  const damaged = () => refused('damaged', 'The list of media is damaged.', 'Export the package from Anki again.')
  let value: unknown
  try {
    value = JSON.parse(json === '' ? '{}' : json)
  } catch {
    throw damaged()
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged()
  return new Map(
    Object.entries(value).map(([entry, name]): [string, string] => {
      if (typeof name !== 'string' || !/^\d+$/.test(entry)) throw damaged()
      return [name, entry]
    }),
  )
}
