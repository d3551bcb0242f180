import type { MessageKey } from '@/lib/view/verdict'

/** What in a search cannot be understood: where, in UTF-16 units, in one sentence, and the cure. */
export interface Fault {
  readonly from: number
  readonly to: number
  readonly message: MessageKey
  readonly cure: MessageKey
}

export const fault = (
  at: { readonly from: number; readonly to: number },
  name: string,
  values: MessageKey['values'] = {},
): Fault => ({
  from: at.from,
  to: at.to,
  message: { key: `fault.${name}`, values },
  cure: { key: `cure.${name}`, values },
})
