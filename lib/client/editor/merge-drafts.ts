import type { UnsavedFile } from './unsaved'

/** A file that was changed here and elsewhere; null where it was removed. */
export interface TwoVersions {
  readonly path: string
  readonly mine: string | null
  readonly theirs: string | null
}

/**
 * What was changed here, laid over what the server has now. A file that only one side changed is that side's; one that both
 * changed alike is nobody's; one that both changed differently waits for a person, and loses nothing meanwhile.
 */
export const mergeDrafts = (
  mine: readonly UnsavedFile[],
  theirs: ReadonlyMap<string, string>,
): { readonly unsaved: readonly UnsavedFile[]; readonly both: readonly TwoVersions[] } => {
  const unsaved: UnsavedFile[] = []
  const both: TwoVersions[] = []
  for (const file of mine) {
    const now = theirs.get(file.path) ?? null
    if (now === file.text) continue
    unsaved.push(file)
    if (now !== file.was) both.push({ path: file.path, mine: file.text, theirs: now })
  }
  return { unsaved, both }
}
