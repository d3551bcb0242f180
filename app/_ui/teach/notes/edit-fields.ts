import type { CardFields } from '@/lib/importers/notes-markdown/proposal'

/** A field of a card as a text to be edited. */
export interface EditedField {
  readonly name: string
  /** `text` as it stands, `lines` one entry a line, `json` anything deeper. */
  readonly kind: 'text' | 'lines' | 'json'
  readonly text: string
}

const isPlainList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && !item.includes('\n'))

export const toEdit = (fields: CardFields): readonly EditedField[] =>
  Object.entries(fields).map(([name, value]) => {
    if (typeof value === 'string') return { name, kind: 'text', text: value }
    if (isPlainList(value)) return { name, kind: 'lines', text: value.join('\n') }
    return { name, kind: 'json', text: JSON.stringify(value, null, 2) }
  })

/** The fields as edited; the name of the first that cannot be read where there is one. */
export const fromEdit = (
  edited: readonly EditedField[],
): { readonly ok: true; readonly fields: CardFields } | { readonly ok: false; readonly field: string } => {
  const fields: [string, CardFields[string]][] = []
  for (const { name, kind, text } of edited) {
    if (kind === 'text') fields.push([name, text])
    else if (kind === 'lines') fields.push([name, text.split('\n').filter((line) => line.trim() !== '')])
    else
      try {
        fields.push([name, JSON.parse(text) as CardFields[string]])
      } catch {
        return { ok: false, field: name }
      }
  }
  return { ok: true, fields: Object.fromEntries(fields) }
}
