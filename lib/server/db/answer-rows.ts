import 'server-only'
import type { AnswerEvent } from '@/lib/classes/answer'
import { Prisma } from '@/prisma/generated/sqlite/client'
import { type Database, dialectOf } from './client'

/**
 * PostgreSQL refuses JSON with the character NUL, or half of a sign that takes two. Whoever writes JSON writes both as escapes, and an escape of
 * equal length in their place keeps an escaped backslash before it whole. Most texts have none and are only looked through.
 */
const readable = String.raw`CASE WHEN strpos("detail", '\u') = 0 THEN "detail"
  ELSE regexp_replace("detail", '\\u(0000|d[89a-f][0-9a-f]{2})', '\\ufffd', 'g') END`

/** Each database has its own way into JSON. */
const partOf = (db: Database): ((name: string) => Prisma.Sql) =>
  dialectOf(db) === 'sqlite'
    ? (name) => Prisma.raw(`json_extract("detail", '$.${name}')`)
    : (name) => Prisma.raw(`(${readable})::json ->> '${name}'`)

/**
 * One person's grades and undos of some decks in a span of time, ms since 1970. The database takes the parts out of the JSON:
 * parsed here, answers and intervals nobody asks for would cost most of the time.
 */
export const answerRows = async (
  db: Database,
  userId: string,
  span: { readonly from: number; readonly before: number | null },
  decks: ReadonlySet<string>,
): Promise<readonly AnswerEvent[]> => {
  const part = partOf(db)
  const inDecks = Prisma.join(
    [...decks].map((deck) => Prisma.sql`substr("cardId", 1, ${deck.length + 1}) = ${`${deck}/`}`),
    ' OR ',
  )
  const ended = span.before === null ? Prisma.empty : Prisma.sql` AND "at" < ${BigInt(span.before)}`
  const rows = await db.$queryRaw<(Omit<AnswerEvent, 'at' | 'durationMs'> & { at: bigint; durationMs: unknown })[]>(
    Prisma.sql`SELECT "id", "cardId", "kind", "at", "zoneOffset", "dayStartsAt", ${part('grade')} AS "grade",
      ${part('verdict')} AS "verdict", ${part('durationMs')} AS "durationMs", ${part('mistake')} AS "mistake",
      ${part('given')} AS "given", ${part('target')} AS "target"
      FROM "ReviewEvent" WHERE "userId" = ${userId} AND "at" >= ${BigInt(span.from)}${ended} AND (${inDecks})`,
  )
  return rows.flatMap((row) =>
    row.kind === 'grade' || row.kind === 'undo'
      ? [{ ...row, at: Number(row.at), durationMs: row.durationMs === null ? null : Number(row.durationMs) }]
      : [],
  )
}
