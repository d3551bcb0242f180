import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asId, type UserId } from '@/lib/core/id'
import { importPackage } from '@/lib/importers/anki/import-package'
import { loadTables } from '@/lib/server/anki/sqlite'
import { openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { scratchSqlite } from '@/lib/server/db/scratch'
import { importFile } from '@/lib/server/services/imports/import-file'
import { undoImport } from '@/lib/server/services/imports/undo-import'
import {
  type CollectionSpec,
  ground,
  legacyPackage,
  modernPackage,
  now,
  type ReviewSpec,
} from '../support/anki-package'
import { received } from '../support/received'
import type { Bench, Measurement } from './bench'

const notes = 10_000
const day = 86_400_000
const perNote = 8

/** Notes as people make them: a formula in every fifth, a gap in every third, a picture in every hundredth. */
const collection = (): CollectionSpec => ({
  notes: Array.from({ length: notes }, (_, i) =>
    i % 3 === 0
      ? {
          id: i + 1,
          model: 2 as const,
          fields: [`Layer <b>${i}</b> has {{c1::weights number ${i}}} and a bias`, `See lecture ${i}`],
        }
      : {
          id: i + 1,
          fields: [
            `What does term ${i} of the loss do?${i % 100 === 1 ? '<br><img src="a.png">' : ''}`,
            i % 5 === 0
              ? `It adds \\(\\frac{\\lambda}{${i}} W^2\\)<ul><li>small</li><li>smooth</li></ul>`
              : `It keeps <i>weights</i> near ${i}`,
          ],
        },
  ),
  cards: Array.from({ length: notes }, (_, i) => ({
    id: 1_000_000 + i,
    note: i + 1,
    deck: `Course::Week ${i % 12}`,
    type: 2,
    due: 60 + (i % 200),
    ivl: 30,
    data: '{"s":31.5,"d":5.25}',
  })),
  reviews: Array.from({ length: notes * perNote }, (_, i): ReviewSpec => {
    const card = i % notes
    const turn = Math.floor(i / notes)
    return [now - (perNote - turn) * 7 * day + card, 1_000_000 + card, 3, 7, 461, 5000, turn === 0 ? 0 : 1]
  }),
})

const timed = async (what: string, bytes: Uint8Array): Promise<readonly Measurement[]> => {
  const open = await loadTables()
  const before = process.cpuUsage()
  const start = performance.now()
  const result = importPackage(bytes, open, ground)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  if (!result.ok || result.value.report.cards !== notes || result.value.report.reviews !== notes * perNote)
    throw new Error('The package was not read whole.')
  return [
    { what, value: { number: seconds, unit: 's' }, bar: 10 },
    { what: `${what}, processor time`, value: { number: (user + system) / 1e6, unit: 's' }, bar: null },
  ]
}

/** The whole way, in a database of its own: a trial, then the import, from the file to the commit; and back again. */
const wholeWay = async (bytes: Uint8Array): Promise<readonly Measurement[]> => {
  const scratch = await scratchSqlite()
  await migrate(scratch.place)
  const db = openDatabase(scratch.place)
  const folder = mkdtempSync(join(tmpdir(), 'gradeck-bench-'))
  try {
    const file = join(folder, 'file')
    writeFileSync(file, bytes)
    const at = new Date(now)
    const id = asId<UserId>('ada')
    await db.user.create({ data: { id, kind: 'member', email: 'ada@example.org', createdAt: at, lastSeenAt: at } })
    const author = { id, kind: 'member', role: 'learner' } as const
    const given = { receive: received(file), name: 'course.apkg', target: 'found', zoneOffset: 0 } as const
    const seconds = async <T>(work: () => Promise<T>) => {
      const start = performance.now()
      const done = await work()
      return { done, seconds: (performance.now() - start) / 1000 }
    }
    const look = await seconds(() => importFile(db, scratch.place, author, { ...given, mark: null }, at))
    if (!look.done.ok || look.done.value.kind !== 'preview') throw new Error('There was no preview.')
    const { mark } = look.done.value.preview
    const made = await seconds(() => importFile(db, scratch.place, author, { ...given, mark }, at))
    if (!made.done.ok || made.done.value.kind !== 'done') throw new Error('The package was not imported.')
    const importId = made.done.value.id
    const back = await seconds(() => undoImport(db, author, importId, at))
    if (!back.done.ok) throw new Error('The import was not taken back.')
    const of = `${notes} notes and ${notes * perNote} reviews`
    return [
      { what: `${of} looked at, in a process of its own`, value: { number: look.seconds, unit: 's' }, bar: null },
      { what: `${of} imported into a bank, once looked at`, value: { number: made.seconds, unit: 's' }, bar: 10 },
      { what: `${of} taken back`, value: { number: back.seconds, unit: 's' }, bar: null },
    ]
  } finally {
    await db.$disconnect()
    await scratch.discard()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A package of 10,000 notes with 80,000 reviews, from its bytes to cards, events and report. */
export const anki: Bench = {
  name: 'anki',
  measure: async () => {
    const spec = collection()
    const media = { 'a.png': new Uint8Array(20_000) }
    return [
      ...(await timed('10,000 notes and 80,000 reviews of an anki2 package read', await legacyPackage(spec, media))),
      ...(await timed('10,000 notes and 80,000 reviews of an anki21b package read', await modernPackage(spec, media))),
      ...(await wholeWay(await modernPackage(spec, media))),
    ]
  },
}
