/** How many weights FSRS-6 has. */
export const weightCount = 21

const prefix = 'w1:'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const perUnit = 10_000
/** 20 bits a weight: 420 bits are exactly 70 characters of 6. */
const bits = 20
const most = 2 ** bits - 1
/** The library starts no memory below this; a set that says less would be judged by other numbers than it schedules by. */
const leastFirstStability = 0.1

/** Weights as they can be named: four decimals, first stabilities of at least 0.1. */
export const nameable = (weights: readonly number[]): readonly number[] =>
  weights.map((weight, i) => Math.round(Math.max(weight, i < 4 ? leastFirstStability : 0) * perUnit) / perUnit)

/**
 * The name of a parameter set is its content: every event that names one can be replayed on any device, for ever, without
 * asking anybody what the name meant.
 *
 * @throws when the weights are not 21 numbers in 0..104.8575.
 */
export const nameOfWeights = (weights: readonly number[]): string => {
  const units = nameable(weights).map((weight) => Math.round(weight * perUnit))
  if (units.length !== weightCount || !units.every((unit) => unit >= 0 && unit <= most)) {
    throw new Error(`FSRS-6 takes 21 weights between 0 and ${most / perUnit}, not [${weights.join(', ')}].`)
  }
  const text = units.map((unit) => unit.toString(2).padStart(bits, '0')).join('')
  return prefix + (text.match(/.{6}/g) ?? []).map((six) => alphabet[Number.parseInt(six, 2)]).join('')
}

/** The weights a name holds; null where it is no such name. */
export const weightsNamed = (name: string): readonly number[] | null => {
  if (!/^w1:[\w-]{70}$/.test(name)) return null
  const text = [...name.slice(prefix.length)].map((one) => alphabet.indexOf(one).toString(2).padStart(6, '0')).join('')
  return (text.match(/.{20}/g) ?? []).map((unit) => Number.parseInt(unit, 2) / perUnit)
}

/** A short name for people: the same set has the same six characters everywhere. */
export const shortName = (name: string): string => {
  let sum = 0
  for (let i = 0; i < name.length; i++) sum = (Math.imul(sum, 31) + name.charCodeAt(i)) >>> 0
  return sum.toString(36).padStart(6, '0').slice(-6)
}
