/** What is read at once; beyond it a file is refused before it is parsed or unpacked. */
export const importLimits = {
  /** Bytes of a file as it is chosen. */
  file: 20 * 1024 * 1024,
  /** Questions of one file. */
  rows: 5_000,
  /** Gaps of one text, each of which becomes a card with the whole of it. */
  gaps: 200,
  /** Files in an archive. */
  entries: 6_000,
  /** Bytes of one file in an archive, unpacked. */
  entry: 20 * 1024 * 1024,
  /** Bytes of an archive, unpacked. */
  unpacked: 64 * 1024 * 1024,
  /** Elements of one XML document. */
  elements: 400_000,
  /** Elements of an XML document inside one another. */
  depth: 100,
  /** Bytes of one picture. */
  picture: 4 * 1024 * 1024,
  /** Bytes of all pictures. */
  pictures: 16 * 1024 * 1024,
} as const

export const inMib = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`
