const mib = 1024 * 1024

/** Packages of Anki carry pictures and sounds, and years of reviews. */
const isPackage = (name: string): boolean => /\.(?:apkg|colpkg)$/i.test(name)

/** Bytes a file may have, by its name: what is larger is refused before any of it is read. */
export const mostBytesOf = (name: string): number => (isPackage(name) ? 256 : 20) * mib
