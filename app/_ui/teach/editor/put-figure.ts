import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { integer, object } from '@/lib/core/decode'
import type { Result } from '@/lib/core/result'

const mostBytes = 4 * 1024 * 1024

const endings: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['image/svg+xml', 'svg'],
])

export type FigureFault = 'kind' | 'large'

/** What is wrong with a file as a figure; null where nothing is. */
export const figureFault = ({ type, size }: Pick<File, 'type' | 'size'>): FigureFault | null =>
  !endings.has(type) ? 'kind' : size > mostBytes ? 'large' : null

/** A name for a picture in a draft: its own, made plain, and none that is there already. */
export const figureName = ({ name, type }: Pick<File, 'name' | 'type'>, taken: ReadonlySet<string>): string => {
  const stem = name
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const own = stem === '' ? 'figure' : stem
  const ending = endings.get(type) ?? 'png'
  const path = (n: number) => `figures/${own}${n === 1 ? '' : `-${n}`}.${ending}`
  for (let n = 1; ; n++) if (!taken.has(path(n))) return path(n)
}

/** Sends a picture into a draft; the draft's new revision. */
export const putFigure = (
  bank: string,
  base: number,
  path: string,
  file: Blob,
): Promise<Result<{ readonly revision: number }, BankRefusal>> =>
  askBanks(
    `/api/banks/${encodeURIComponent(bank)}/figures/${encodeURIComponent(path.slice('figures/'.length))}?base=${base}`,
    object({ revision: integer(1, Number.MAX_SAFE_INTEGER) }),
    { method: 'PUT', file },
  )
