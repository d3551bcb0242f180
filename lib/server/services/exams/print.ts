import 'server-only'
import type { Language } from '@/lib/core/language'
import type { Locks } from '@/lib/exam/lock-points'
import type { Zone } from '@/lib/exam/paper/zone'
import type { SetupZone } from '@/lib/exam/setup'
import type { Database } from '../../db/client'

/** A published exam's frozen questions, ready to be drawn from and sent. Never changes while it is published. */
export interface Print {
  readonly zones: readonly Zone[]
  readonly titles: readonly string[]
  readonly locks: Locks
  readonly points: ReadonlyMap<string, number>
  /** JSON texts of a question by language, by `item/form`. */
  readonly questions: ReadonlyMap<string, { readonly [L in Language]?: string }>
}

const readPrint = async (db: Database, examId: string, zones: string): Promise<Print> => {
  const setup = JSON.parse(zones) as readonly SetupZone[]
  const items = await db.examItem.findMany({
    where: { examId },
    select: { item: true, zone: true, points: true, difficulty: true },
  })
  const forms = await db.examForm.findMany({ where: { examId }, select: { item: true, form: true, questions: true } })
  const count = new Map<string, number>()
  for (const { item } of forms) count.set(item, (count.get(item) ?? 0) + 1)
  const inOrder = [...items].sort((a, b) => Number(a.item.slice(1)) - Number(b.item.slice(1)))
  return {
    zones: setup.map(({ id, take, points, shuffle }, zone) => ({
      id,
      take,
      points,
      shuffle,
      pool: inOrder
        .filter((one) => one.zone === zone)
        .map(({ item, difficulty }) => ({ id: item, difficulty, forms: count.get(item) ?? 1 })),
    })),
    titles: setup.map(({ title }) => title),
    locks: setup.map(({ lock }) => lock),
    points: new Map(items.map(({ item, points }) => [item, points])),
    questions: new Map(
      forms.map(({ item, form, questions }) => {
        const byLanguage = JSON.parse(questions) as { readonly [L in Language]?: unknown }
        return [
          `${item}/${form}`,
          Object.fromEntries(Object.entries(byLanguage).map(([language, one]) => [language, JSON.stringify(one)])),
        ]
      }),
    ),
  }
}

const mostKept = 20
const kept = new Map<string, Promise<Print>>()

/**
 * The print of a published exam. Read once per process and publication: a thousand students begin within seconds. It is a
 * copy of rows that do not change, so another process, or this one after a restart, reads the same.
 */
export const printOf = (
  db: Database,
  exam: { readonly id: string; readonly publishedAt: Date | null; readonly zones: string },
): Promise<Print> => {
  const name = `${exam.id} ${exam.publishedAt?.getTime()}`
  const known = kept.get(name)
  if (known !== undefined) return known
  const print = readPrint(db, exam.id, exam.zones)
  kept.set(name, print)
  print.catch(() => kept.delete(name))
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return print
}
