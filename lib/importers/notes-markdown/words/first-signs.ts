/** Which UTF-16 units begin one of some words: tells in one look that no word begins at a place. */
export const firstSigns = (words: Iterable<string>): Uint8Array => {
  const begins = new Uint8Array(65_536)
  for (const word of words) begins[word.charCodeAt(0)] = 1
  return begins
}
