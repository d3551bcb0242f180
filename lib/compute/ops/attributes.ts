import type { Attributes } from './op'

/** The graph supplies every parameter, defaults included, so a missing one is a broken invariant. */
const read = (attributes: Attributes, name: string) => {
  const value = attributes[name]
  if (value === undefined) throw new Error(`attribute ${name} is missing`)
  return value
}

export const integerOf = (attributes: Attributes, name: string): number => {
  const value = read(attributes, name)
  if (typeof value !== 'number') throw new Error(`attribute ${name} is not a number`)
  return value
}

/** Null where the author left the argument out. */
export const optionalIntegerOf = (attributes: Attributes, name: string): number | null => {
  const value = read(attributes, name)
  return value === null ? null : integerOf(attributes, name)
}

export const integersOf = (attributes: Attributes, name: string): readonly number[] => {
  const value = read(attributes, name)
  if (value === null) throw new Error(`attribute ${name} is not a list`)
  return typeof value === 'number' ? [value] : value
}

/** Null where the author left the argument out. */
export const optionalIntegersOf = (attributes: Attributes, name: string): readonly number[] | null =>
  read(attributes, name) === null ? null : integersOf(attributes, name)

export const flagOf = (attributes: Attributes, name: string): boolean => integerOf(attributes, name) !== 0
