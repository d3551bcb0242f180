/**
 * Whether the address of a request is a path that can be decoded. Next answers any other with an error of its own, and no
 * database takes the character NUL.
 */
export const isReadableAddress = (address: string): boolean => {
  if (!address.startsWith('/') || /%00/.test(address)) return false
  try {
    decodeURIComponent(address.replace(/\?.*$/s, ''))
    return true
  } catch {
    return false
  }
}
