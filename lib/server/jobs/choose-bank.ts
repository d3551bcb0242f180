import 'server-only'
import type { Database } from '../db/client'

/** Which bank a file is for: the one that holds its cards already, a new one, or one that is named. */
export type Target = 'found' | 'new' | { readonly bank: string }

const holds = (texts: readonly string[], ids: readonly string[]): number =>
  ids.filter((id) => texts.some((text) => text.includes(`id: ${id}\n`))).length

/** The bank of this person that imported cards go into; null for a new one. A bank that is not theirs is `not-found`. */
export const chooseBank = async (
  db: Database,
  userId: string,
  target: Target,
  ids: readonly string[],
): Promise<string | null | 'not-found'> => {
  if (target === 'new') return null
  if (target !== 'found')
    return (await db.bank.count({ where: { id: target.bank, userId } })) > 0 ? target.bank : 'not-found'
  const banks = await db.bank.findMany({
    where: { userId, files: { some: { path: { startsWith: 'imported-' } } } },
    select: { id: true },
    orderBy: { changedAt: 'desc' },
  })
  let best: { readonly id: string; readonly count: number } | null = null
  for (const { id } of banks) {
    const files = await db.bankFile.findMany({
      where: { bankId: id, path: { startsWith: 'imported-' } },
      select: { text: true },
    })
    const count = holds(
      files.map(({ text }) => text),
      ids,
    )
    if (count > (best?.count ?? 0)) best = { id, count }
  }
  return best?.id ?? null
}
