import { type Desk, type Field, fieldIn, fieldsOf, placeOf, refuseUnknown, tell } from './desk'
import type { Formula, Mistake } from './program'
import { readFormula } from './read-formula'
import { readWords } from './read-scalar'

type Replaced = { readonly name: string; readonly formula: Formula }

const readReplacements = (desk: Desk, at: Field | null): readonly Replaced[] | null => {
  if (at === null) return []
  const fields = fieldsOf(desk, at.value, at.path, `"${at.key}"`)
  const read = fields?.map((field) => {
    const formula = readFormula(desk, field)
    return formula === null ? null : { name: field.key, formula }
  })
  return read?.every((one) => one !== null) ? read : null
}

/** One entry of `mistakes`. */
export const readMistake = (desk: Desk, at: Field): Mistake | null => {
  const fields = fieldsOf(desk, at.value, at.path, `The mistake "${at.key}"`)
  if (fields === null) return null
  refuseUnknown(desk, fields, ['change', 'answer', 'says'], `The mistake "${at.key}"`)
  const change = readReplacements(desk, fieldIn(fields, 'change'))
  const answer = readReplacements(desk, fieldIn(fields, 'answer'))
  const says = fieldIn(fields, 'says')
  if (change === null || answer === null) return null
  if (change.length + answer.length === 0)
    return tell(
      desk,
      at.keyNode,
      at.path,
      `The mistake "${at.key}" changes nothing.`,
      'Add change: { step: "..." } or answer: { ask: "..." }.',
    )
  return {
    name: at.key,
    place: placeOf(desk, at.keyNode, at.path),
    says: says === null ? null : readWords(desk, says),
    change: change.map(({ name, formula }) => ({ step: name, formula })),
    answer: answer.map(({ name, formula }) => ({ ask: name, formula })),
  }
}
