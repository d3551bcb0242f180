import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'
import { isList, isRecord } from './form-values'

/** A card's value with another one in a field; `undefined` removes the field. */
export const withValueAt = (value: Json | undefined, path: FieldPath, next: Json | undefined): Json => {
  const [key, ...rest] = path
  if (key === undefined) return next ?? null
  const gone = rest.length === 0 && next === undefined
  if (isList(value)) {
    const at = Number(key)
    return gone ? value.toSpliced(at, 1) : value.toSpliced(at, 1, withValueAt(value[at], rest, next))
  }
  const { [key]: before, ...others } = isRecord(value) ? value : {}
  if (gone) return others
  return { ...(isRecord(value) ? value : {}), [key]: withValueAt(before, rest, next) }
}

/** A card's value in which a named field is called something else, in its place; as it was where that name is taken. */
export const withNameAt = (value: Json, path: FieldPath, name: string): Json => {
  const parent = path.slice(0, -1).reduce<Json | undefined>((at, key) => {
    if (isList(at)) return at[Number(key)]
    return isRecord(at) ? at[key] : undefined
  }, value)
  if (!isRecord(parent) || name in parent) return value
  const renamed = Object.entries(parent).map(([one, inner]) => [one === path.at(-1) ? name : one, inner])
  return withValueAt(value, path.slice(0, -1), Object.fromEntries(renamed) as Json)
}
