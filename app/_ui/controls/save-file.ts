/** Offers bytes or a text as a file to keep. */
export const saveFile = (name: string, type: string, data: string | Uint8Array<ArrayBuffer>): void => {
  const address = URL.createObjectURL(new Blob([data], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
