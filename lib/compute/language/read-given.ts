import { isMap, isScalar, isSeq } from 'yaml'
import { type Desk, type Field, fieldIn, fieldsOf, placeOf, refuseUnknown, resolve, tell } from './desk'
import type { Draw, Formula, Given, GivenSource } from './program'
import { readFormula } from './read-formula'
import { checkName } from './read-name'
import { itemsOf, readFlag, readInteger, readNested, readNumber, readText } from './read-scalar'

/** A way to draw a given: the field that names it, the fields it also knows, and how its own field is read. */
interface Form {
  readonly name: string
  readonly decimals: boolean
  readonly read: (desk: Desk, field: Field, decimals: number) => Draw | null
}

const pair = (desk: Desk, field: Field, hint: string): readonly [number, number] | null => {
  const items = itemsOf(desk, field)
  if (items === null) return null
  const [a, b] = items.map((item) => readNumber(desk, item))
  if (items.length !== 2 || a === undefined || b === undefined)
    return tell(desk, field.value, field.path, `"${field.key}" should be a list of two numbers.`, hint)
  return a === null || b === null ? null : [a, b]
}

const ordered = (desk: Desk, field: Field, ends: readonly [number, number]): boolean => {
  if (ends[0] <= ends[1]) return true
  tell(desk, field.value, field.path, `The range [${ends.join(', ')}] is empty.`, 'Put the smaller end first.')
  return false
}

const forms: readonly Form[] = [
  {
    name: 'uniform',
    decimals: true,
    read: (desk, field, decimals) => {
      const ends = pair(desk, field, 'Write uniform: [low, high].')
      return ends && ordered(desk, field, ends) ? { kind: 'uniform', low: ends[0], high: ends[1], decimals } : null
    },
  },
  {
    name: 'normal',
    decimals: true,
    read: (desk, field, decimals) => {
      const ends = pair(desk, field, 'Write normal: [mean, standard deviation].')
      if (ends === null) return null
      const [mean, deviation] = ends
      if (deviation >= 0) return { kind: 'normal', mean, deviation, decimals }
      return tell(desk, field.value, field.path, 'The standard deviation is negative.', 'Write a number above 0.')
    },
  },
  {
    name: 'integer',
    decimals: false,
    read: (desk, field) => {
      const ends = pair(desk, field, 'Write integer: [low, high].')
      if (ends === null || !ordered(desk, field, ends)) return null
      if (ends.every(Number.isSafeInteger)) return { kind: 'integer', low: ends[0], high: ends[1] }
      return tell(desk, field.value, field.path, 'The ends of "integer" should be whole.', 'Write integer: [2, 9].')
    },
  },
  {
    name: 'index',
    decimals: false,
    read: (desk, field) => {
      const n = readFormula(desk, field)
      return n && { kind: 'index', n }
    },
  },
  {
    name: 'choice',
    decimals: false,
    read: (desk, field) => {
      const options = itemsOf(desk, field)?.map((item) => readNumber(desk, item))
      if (options === undefined) return null
      if (options.length === 0)
        return tell(desk, field.value, field.path, '"choice" has no options.', 'Write choice: [1, 2, 3].')
      return options.every((option) => option !== null) ? { kind: 'choice', options } : null
    },
  },
  {
    name: 'bernoulli',
    decimals: false,
    read: (desk, field) => {
      const probability = readNumber(desk, field)
      if (probability === null || (probability >= 0 && probability <= 1))
        return probability === null ? null : { kind: 'bernoulli', probability }
      return tell(
        desk,
        field.value,
        field.path,
        `A probability cannot be ${probability}.`,
        'Write a number from 0 to 1.',
      )
    },
  },
]

const known = ['value', ...forms.map(({ name }) => name), 'shape', 'distinct', 'decimals', 'tex']

const readShape = (desk: Desk, field: Field | null): readonly Formula[] | null => {
  if (field === null) return []
  const sizes = itemsOf(desk, field)?.map((item) => readFormula(desk, item))
  return sizes?.every((size) => size !== null) ? sizes : null
}

const readSource = (desk: Desk, at: Field, fields: readonly Field[]): GivenSource | null => {
  const field = (key: string) => fieldIn(fields, key)
  const found = fields.filter(({ key }) => key === 'value' || forms.some(({ name }) => name === key))
  const [first, second] = found
  if (first === undefined)
    return tell(
      desk,
      at.keyNode,
      at.path,
      `The given "${at.key}" says neither its value nor how to draw it.`,
      `Add one of ${['value', ...forms.map(({ name }) => name)].join(', ')}.`,
    )
  if (second !== undefined)
    return tell(
      desk,
      second.keyNode,
      second.path,
      `"${first.key}" and "${second.key}" exclude each other.`,
      'Keep one.',
    )
  const form = forms.find(({ name }) => name === first.key)
  const forbidden = form === undefined ? ['shape', 'distinct', 'decimals'] : form.decimals ? [] : ['decimals']
  for (const key of forbidden) {
    const extra = field(key)
    if (extra !== null)
      tell(desk, extra.keyNode, extra.path, `"${key}" does not go with "${first.key}".`, 'Leave it out.')
  }
  if (form === undefined) {
    const value = readNested(desk, first)
    return value === null ? null : { kind: 'explicit', value }
  }
  const precision = field('decimals')
  const decimals = precision === null || !form.decimals ? 1 : readInteger(desk, precision, 0, 9)
  const shape = readShape(desk, field('shape'))
  const flag = field('distinct')
  const draw = form.read(desk, first, decimals ?? 1)
  if (draw === null || shape === null || decimals === null) return null
  return { kind: 'random', shape, distinct: flag !== null && readFlag(desk, flag), draw }
}

/** One entry of `given`: a number, a nested list, or a map that says the value or how to draw it. */
export const readGiven = (desk: Desk, field: Field): Given | null => {
  const named = checkName(desk, field, 'given')
  const node = resolve(desk, field.value, field.path)
  const place = placeOf(desk, field.keyNode, field.path)
  if (isMap(node)) {
    const fields = fieldsOf(desk, node, field.path, `The given "${field.key}"`) ?? []
    refuseUnknown(desk, fields, known, `The given "${field.key}"`)
    const source = readSource(desk, field, fields)
    const tex = fieldIn(fields, 'tex')
    return named && source !== null
      ? { name: field.key, place, tex: tex === null ? null : readText(desk, tex), source }
      : null
  }
  if (!isSeq(node) && !(isScalar(node) && (typeof node.value === 'number' || typeof node.value === 'boolean')))
    return tell(
      desk,
      field.value ?? field.keyNode,
      field.path,
      `The given "${field.key}" should be a number or a map.`,
      'Write a number, { value: [[1, 2], [3, 4]] } or { uniform: [-5, 5] }; what is computed belongs to the steps.',
    )
  const value = readNested(desk, field)
  return named && value !== null ? { name: field.key, place, tex: null, source: { kind: 'explicit', value } } : null
}
