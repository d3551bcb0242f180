/**
 * Something that is read again and again, each time as it is then. Where a later reading comes before an earlier one, the earlier
 * one is not heard any more: it knows less.
 */
export const latestFirst = <Value>(
  read: () => Promise<Value>,
  tell: { readonly come: (value: Value) => void; readonly failed: () => void },
): (() => void) => {
  let begun = 0
  let heard = 0
  return () => {
    const mine = ++begun
    const hear = (say: () => void) => {
      if (mine < heard) return
      heard = mine
      say()
    }
    read().then(
      (value) => hear(() => tell.come(value)),
      () => hear(tell.failed),
    )
  }
}
