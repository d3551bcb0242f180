import type { DraftCheck } from './draft-reader'

/** Asks until the whole draft is read. */
export const wholeCheck = async (ask: () => DraftCheck | null | Promise<DraftCheck | null>): Promise<DraftCheck> => {
  for (;;) {
    const check = await ask()
    if (check?.left === 0) return check
  }
}
