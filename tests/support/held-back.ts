/** A moment that comes when the test says so, for what is to take until then. */
export const heldBack = (): { readonly come: Promise<void>; readonly go: () => void } => {
  let go = () => {}
  const come = new Promise<void>((resolve) => {
    go = resolve
  })
  return { come, go }
}
