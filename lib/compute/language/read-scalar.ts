import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { languages, type Words } from '@/lib/core/language'
import { leftovers, plainText } from './cut'
import { type Desk, type Field, fieldsOf, nodeOf, pointer, refuseUnknown, resolve, tell } from './desk'
import { limits } from './limits'
import type { Nested } from './program'

/** A finite number (`true` and `false` are 1 and 0), or null after telling what stands there instead. */
export const readNumber = (desk: Desk, { key, value, path }: Field): number | null => {
  const number = numberIn(resolve(desk, value, path))
  if (number !== null && Number.isFinite(number)) return number
  if (number !== null) return tell(desk, value, path, `"${key}" is not finite.`, 'Write an ordinary number.')
  return tell(desk, value, path, `"${key}" should be a number.`, 'Write digits without quotes.')
}

export const readInteger = (desk: Desk, field: Field, least: number, most: number): number | null => {
  const number = readNumber(desk, field)
  if (number === null || (Number.isInteger(number) && number >= least && number <= most)) return number
  return tell(
    desk,
    field.value,
    field.path,
    `"${field.key}" is ${number}.`,
    `Write a whole number from ${least} to ${most}.`,
  )
}

export const readFlag = (desk: Desk, { key, value, path }: Field): boolean => {
  const node = resolve(desk, value, path)
  if (isScalar(node) && typeof node.value === 'boolean') return node.value
  tell(desk, value, path, `"${key}" should be true or false.`, `Write "${key}: true" or leave it out.`)
  return false
}

export const readText = (desk: Desk, { key, value, path }: Field): string | null => {
  const node = resolve(desk, value, path)
  if (isScalar(node) && typeof node.value === 'string') return node.value
  if (isScalar(node) && typeof node.value === 'number') return node.source ?? String(node.value)
  return tell(desk, value, path, `"${key}" should be a text.`, 'Put it in quotes.')
}

/** One text for all languages, or one for each. */
export const readWords = (desk: Desk, field: Field): Words | null => {
  const node = resolve(desk, field.value, field.path)
  if (!isMap(node)) {
    const text = readText(desk, field)
    return text === null ? null : { en: text, zh: text }
  }
  const fields = fieldsOf(desk, node, field.path, `"${field.key}"`) ?? []
  refuseUnknown(desk, fields, languages, `"${field.key}"`)
  const words: { [key: string]: string } = {}
  for (const language of languages) {
    const one = fields.find(({ key }) => key === language)
    const text = one === undefined ? null : readText(desk, one)
    if (text !== null) words[language] = text
  }
  if (Object.keys(words).length > 0) return words
  return tell(desk, field.value, field.path, `"${field.key}" has no text.`, 'Write { en: "...", zh: "..." }.')
}

/** The nodes of a list, or null after telling that there is none. */
export const itemsOf = (desk: Desk, { key, value, path }: Field): readonly Field[] | null => {
  const node = resolve(desk, value, path)
  if (node === null && value !== null) return null
  if (!isSeq(node))
    return tell(desk, value, path, `"${key}" should be a list.`, 'Write [a, b], or one entry a line after "- ".')
  const cut = leftovers(node.items.map((item) => ({ text: plainText(item), whole: false })))
  return node.items
    .map((item, i) => ({ key: `${key}[${i}]`, keyNode: node, value: nodeOf(item), path: pointer(path, i) }))
    .filter((_, i) => !cut[i])
}

const numberIn = (node: Node | null): number | null => {
  if (!isScalar(node)) return null
  if (typeof node.value === 'boolean') return node.value ? 1 : 0
  return typeof node.value === 'number' ? node.value : null
}

/** A number or a full nested list of numbers, at most 4,096 of them. */
export const readNested = (desk: Desk, field: Field): Nested | null => {
  const budget = { left: limits.elements }
  const value = nestedIn(desk, field, budget, 0)
  if (value === null || typeof value === 'number') return value
  if (shapeOf(value) !== null) return value
  return tell(
    desk,
    field.value,
    field.path,
    `The rows of "${field.key}" differ in length or depth.`,
    'Give every row as many numbers as the others.',
  )
}

const nestedIn = (desk: Desk, field: Field, budget: { left: number }, depth: number): Nested | null => {
  const { value, path } = field
  const node = resolve(desk, value, path)
  if (isSeq(node)) {
    if (node.items.length === 0)
      return tell(desk, value, path, 'A list of numbers is empty.', 'Every dimension needs at least one number.')
    if (depth >= limits.rank)
      return tell(desk, value, path, `Lists are nested more than ${limits.rank} deep.`, 'Use fewer dimensions.')
    const items: Nested[] = []
    for (const [i, item] of node.items.entries()) {
      const inner = nestedIn(desk, { ...field, value: nodeOf(item), path: pointer(path, i) }, budget, depth + 1)
      if (inner === null) return null
      items.push(inner)
    }
    return items
  }
  const number = numberIn(node)
  if (number === null)
    return tell(
      desk,
      value,
      path,
      isScalar(node) && typeof node.value === 'string'
        ? `"${node.value.slice(0, 40)}" is not a number.`
        : 'A number is missing here.',
      'Write numbers here; quote the whole when it is meant as an expression: "[a, b]".',
    )
  if (!Number.isFinite(number)) return tell(desk, value, path, 'A number is not finite.', 'Write an ordinary number.')
  if (--budget.left < 0)
    return tell(desk, value, path, `A tensor has more than ${limits.elements} numbers.`, 'Make it smaller.')
  return number
}

/** Null for rows of different length. */
const shapeOf = (value: Nested): readonly number[] | null => {
  if (typeof value === 'number') return []
  const shapes = value.map(shapeOf)
  const [first] = shapes
  if (first === undefined || first === null) return null
  const same = shapes.every((shape) => shape !== null && shape.join() === first.join())
  return same ? [value.length, ...first] : null
}
