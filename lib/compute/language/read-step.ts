import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { type Desk, type Field, fieldIn, fieldsOf, placeOf, refuseUnknown, resolve, tell } from './desk'
import { limits } from './limits'
import type { Formula, Loop, Nested, Step } from './program'
import { readFormula } from './read-formula'
import { checkName } from './read-name'
import { readNested, readText } from './read-scalar'

type NamedFormula = { readonly name: string; readonly formula: Formula }

const readFormulas = (desk: Desk, field: Field | null, what: string): readonly NamedFormula[] | null => {
  if (field === null) return []
  const fields = fieldsOf(desk, field.value, field.path, `"${field.key}"`)
  if (fields === null) return null
  const read = fields.map((one) => {
    const named = checkName(desk, one, what)
    if (isLoop(resolve(desk, one.value, one.path)))
      return tell(desk, one.keyNode, one.path, 'A loop cannot stand inside a loop.', 'Write its passes as steps.')
    const formula = readFormula(desk, one)
    return named && formula !== null ? { name: one.key, formula } : null
  })
  return read.every((one) => one !== null) ? read : null
}

const isLoop = (node: Node | null): boolean =>
  isMap(node) && node.items.some(({ key }) => isScalar(key) && key.value === 'repeat')

const loopFields = ['times', 'index', 'carry', 'steps', 'as']

const readLoop = (desk: Desk, at: Field): Loop | null => {
  const fields = fieldsOf(desk, at.value, at.path, '"repeat"')
  if (fields === null) return null
  refuseUnknown(desk, fields, loopFields, '"repeat"')
  const field = (key: string) => fieldIn(fields, key)
  const timesField = field('times')
  if (timesField === null)
    return tell(
      desk,
      at.keyNode,
      at.path,
      '"repeat" does not say how often.',
      `Add times: 5 (at most ${limits.times}).`,
    )
  const times = readFormula(desk, timesField)
  const indexField = field('index')
  const index = indexField === null ? null : readText(desk, indexField)
  const indexNamed =
    indexField === null || index === null || checkName(desk, { ...indexField, key: index }, 'loop index')
  const carry = readFormulas(desk, field('carry'), 'carry')
  const steps = readFormulas(desk, field('steps'), 'step')
  const as = readFormulas(desk, field('as'), 'stack')
  if (steps !== null && steps.length === 0)
    return tell(desk, at.keyNode, at.path, '"repeat" has no steps.', 'Add steps: { name: expression }.')
  return times && carry && steps && as && indexNamed ? { times, index, carry, steps, as } : null
}

/** One entry of `steps`: an expression, a number, a nested list, `{ value, tex }` or `{ repeat }`. */
export const readStep = (desk: Desk, field: Field): Step | null => {
  const named = checkName(desk, field, 'step')
  const node = resolve(desk, field.value, field.path)
  const place = placeOf(desk, field.keyNode, field.path)
  const base = { name: field.key, place }
  if (!isMap(node)) {
    const step = readValue(desk, field)
    return named && step !== null ? { ...base, tex: null, ...step } : null
  }
  const fields = fieldsOf(desk, node, field.path, `The step "${field.key}"`) ?? []
  refuseUnknown(desk, fields, ['value', 'repeat', 'tex'], `The step "${field.key}"`)
  const texField = fieldIn(fields, 'tex')
  const tex = texField === null ? null : readText(desk, texField)
  const [value, repeat] = [fieldIn(fields, 'value'), fieldIn(fields, 'repeat')]
  if (value !== null && repeat !== null)
    return tell(desk, repeat.keyNode, repeat.path, '"value" and "repeat" exclude each other.', 'Keep one.')
  if (repeat !== null) {
    const loop = readLoop(desk, repeat)
    return named && loop !== null ? { ...base, tex, kind: 'loop', loop } : null
  }
  if (value === null)
    return tell(
      desk,
      field.keyNode,
      field.path,
      `The step "${field.key}" has no value.`,
      'Write an expression, { value: "..." } or { repeat: { ... } }; quote an expression that holds ": ".',
    )
  const step = readValue(desk, value)
  return named && step !== null ? { ...base, tex, ...step } : null
}

type StepValue =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'literal'; readonly value: Nested }

const readValue = (desk: Desk, field: Field): StepValue | null => {
  const node = resolve(desk, field.value, field.path)
  const texts = isSeq(node) && node.items.some((item) => isScalar(item) && typeof item.value === 'string')
  if ((isSeq(node) && !texts) || (isScalar(node) && typeof node.value !== 'string' && node.value !== null)) {
    const value = readNested(desk, field)
    return value === null ? null : { kind: 'literal', value }
  }
  const formula = readFormula(desk, field)
  return formula === null ? null : { kind: 'formula', formula }
}
