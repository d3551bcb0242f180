/** What is read at once; beyond it a package is refused before anything is unpacked. */
export interface ArchiveLimits {
  /** Bytes of the package itself. */
  readonly archive: number
  /** Entries in it. */
  readonly entries: number
  /** Bytes of the collection once unpacked. */
  readonly collection: number
  /** Bytes of one picture or sound once unpacked. */
  readonly medium: number
  /** Bytes of all pictures together once unpacked. */
  readonly media: number
}

const mib = 1024 * 1024

export const archiveLimits: ArchiveLimits = {
  archive: 256 * mib,
  entries: 50_000,
  collection: 256 * mib,
  medium: 8 * mib,
  media: 32 * mib,
}

export const inMib = (bytes: number): string => `${Math.ceil(bytes / mib)} MiB`
