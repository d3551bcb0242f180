import { isMap } from 'yaml'
import { type Desk, type Field, fieldIn, fieldsOf, placeOf, refuseUnknown, resolve, tell } from './desk'
import type { Ask } from './program'
import { readFormula } from './read-formula'
import { checkName } from './read-name'
import { itemsOf, readFlag, readInteger, readNumber, readText, readWords } from './read-scalar'

const known = ['name', 'value', 'decimals', 'integer', 'tolerance', 'kind', 'choice', 'zero', 'tex', 'label']

const defaultTolerance = { abs: 0, rel: 1e-9 }

/** One entry of `ask`, a map or a bare expression. `position` counts from 1 and names an expression that has no name. */
export const readAsk = (desk: Desk, at: Field, position: number): Ask | null => {
  const bare = !isMap(resolve(desk, at.value, at.path))
  const fields = bare ? [] : (fieldsOf(desk, at.value, at.path, `Ask ${position}`) ?? [])
  refuseUnknown(desk, fields, known, `Ask ${position}`)
  const field = (key: string) => fieldIn(fields, key)
  const valueField = bare ? { ...at, key: 'value' } : field('value')
  if (valueField === null)
    return tell(desk, at.value ?? at.keyNode, at.path, `Ask ${position} has no value.`, 'Add value: loss.')
  const value = readFormula(desk, valueField)
  const precision = readPrecision(desk, field('decimals'), field('integer'))
  const tolerance = readTolerance(desk, field('tolerance'))
  const [labelField, texField, zero] = [field('label'), field('tex'), field('zero')]
  const label = labelField && readWords(desk, labelField)
  const tex = texField && readText(desk, texField)
  const choiceField = field('choice')
  const choice = choiceField && readChoice(desk, choiceField)
  const probability = readKind(desk, field('kind'))
  const written = field('name')
  const name = written === null ? null : readText(desk, written)
  if (
    written !== null &&
    name !== null &&
    !checkName(desk, { ...written, key: name, keyNode: written.value ?? written.keyNode }, 'ask')
  )
    return null
  if (value === null || precision === null || tolerance === null) return null
  const { expression } = value
  return {
    name: name ?? (expression.kind === 'name' ? expression.name : `ask_${position}`),
    place: placeOf(desk, written?.value ?? valueField.value ?? at.value, written?.path ?? at.path),
    tex,
    label,
    value,
    precision,
    tolerance,
    probability,
    choice,
    zero: zero !== null && readFlag(desk, zero),
  }
}

const readPrecision = (desk: Desk, decimals: Field | null, integer: Field | null): Ask['precision'] | null => {
  const whole = integer !== null && readFlag(desk, integer)
  if (whole && decimals !== null)
    return tell(desk, decimals.keyNode, decimals.path, '"decimals" and "integer" exclude each other.', 'Keep one.')
  if (whole) return { kind: 'integer' }
  if (decimals === null) return { kind: 'free' }
  const count = readInteger(desk, decimals, 0, 12)
  return count === null ? null : { kind: 'decimals', decimals: count }
}

const readTolerance = (desk: Desk, at: Field | null): Ask['tolerance'] | null => {
  if (at === null) return defaultTolerance
  const fields = fieldsOf(desk, at.value, at.path, '"tolerance"')
  if (fields === null) return null
  refuseUnknown(desk, fields, ['abs', 'rel'], '"tolerance"')
  const read = (key: 'abs' | 'rel') => {
    const field = fieldIn(fields, key)
    if (field === null) return defaultTolerance[key]
    const number = readNumber(desk, field)
    if (number === null || number >= 0) return number
    return tell(desk, field.value, field.path, 'A tolerance cannot be negative.', 'Write 0 or more.')
  }
  const [abs, rel] = [read('abs'), read('rel')]
  return abs === null || rel === null ? null : { abs, rel }
}

const readKind = (desk: Desk, at: Field | null): boolean => {
  const kind = at === null ? null : readText(desk, at)
  if (at !== null && kind !== null && kind !== 'probability')
    tell(desk, at.value, at.path, `"${kind.slice(0, 40)}" is not a kind of answer.`, 'The only kind is "probability".')
  return kind === 'probability'
}

const readChoice = (desk: Desk, at: Field): Ask['choice'] => {
  const options = itemsOf(desk, at)?.map((item) => readWords(desk, item))
  if (options === undefined) return null
  if (options.length < 2)
    return tell(desk, at.value, at.path, 'A choice needs at least two options.', 'Add { en: "...", zh: "..." }.')
  return options.every((option) => option !== null) ? options : null
}
