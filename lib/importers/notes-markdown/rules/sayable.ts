import { unsafeTex } from '../parse/repair-tex'
import { lettersIn } from '../words/bare'
import { isChinese } from '../words/deixis'
import { mask } from './mask'

const formulas = /\$\$([^$]+)\$\$|\$([^$]+)\$/g

/** Every formula of a text, without its dollars. */
export const formulasIn = (text: string): readonly string[] =>
  text.includes('$') ? [...text.matchAll(formulas)].map((found) => (found[1] ?? found[2] ?? '').trim()) : []

/** Whether a text is a sentence a card can be made of: words enough, formulas that may be set, brackets that close. */
export const sayable = (text: string): boolean => {
  const masked = mask(text)
  if (lettersIn(masked) < (isChinese(text) ? 6 : 14) || /=>|->|→/.test(masked)) return false
  if (formulasIn(text).some(unsafeTex)) return false
  return (text.match(/[（(]/g)?.length ?? 0) === (text.match(/[）)]/g)?.length ?? 0)
}
