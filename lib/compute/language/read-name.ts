import { type Desk, type Field, tell } from './desk'

const shape = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Whether a field's key can name a value; tells it when not. */
export const checkName = (desk: Desk, { key, keyNode, path }: Field, what: string): boolean => {
  if (key === 'true' || key === 'false') {
    tell(desk, keyNode, path, `A ${what} cannot be called "${key}".`, 'It stands for a number; choose another name.')
    return false
  }
  if (key.length <= 60 && shape.test(key)) return true
  tell(
    desk,
    keyNode,
    path,
    `A ${what} cannot be called "${key.slice(0, 60)}".`,
    'Names are made of A-Z, a-z, 0-9 and _, do not start with a digit and have at most 60 characters.',
  )
  return false
}
