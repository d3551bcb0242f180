import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../../db/client'
import type { Target } from '../../jobs/choose-bank'
import { type LeftParts, readLeft } from '../../jobs/left-parts'

/** So long somebody may read a preview before its file is read anew, and of so many people previews lie here. */
const limits = { ms: 30 * 60_000, people: 20 }

interface Kept {
  readonly importId: string
  /** Everything the conversion followed from. */
  readonly ground: string
  readonly mark: string
  readonly file: string
  readonly at: number
}

const kept = new Map<UserId, Kept>()
const contentOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('hex')
}

/**
 * Names everything that a conversion follows from: the file, what was asked, the person's banks with their publications, and their events.
 * While it is the same, so is what comes of the file.
 */
export const groundOf = async (
  db: Database,
  userId: UserId,
  given: { readonly file: string; readonly name: string; readonly target: Target; readonly zoneOffset: number },
): Promise<string> => {
  const [content, banks, versions, sequence] = await Promise.all([
    contentOf(given.file),
    db.bank.findMany({ where: { userId }, orderBy: { id: 'asc' }, select: { id: true, revision: true } }),
    db.bankVersion.count({ where: { userId } }),
    db.personSequence.findUnique({ where: { userId } }),
  ])
  return JSON.stringify([content, given.name, given.target, given.zoneOffset, banks, versions, sequence?.last ?? 0])
}

const discard = async (userId: UserId): Promise<void> => {
  const old = kept.get(userId)
  kept.delete(userId)
  if (old !== undefined) await rm(old.file, { force: true })
}

/** Keeps what a preview was made from until it is asked for: the latest of each person, and none for long. */
export const keepConversion = async (userId: UserId, entry: Kept): Promise<void> => {
  await discard(userId)
  kept.set(userId, entry)
  // Nobody's cards lie about because their owner thought better of it. What cannot be removed now goes with its folder.
  const forget = () => (kept.get(userId) === entry ? discard(userId).catch(() => undefined) : undefined)
  setTimeout(forget, limits.ms).unref()
  for (const person of [...kept.keys()].slice(0, -limits.people)) await discard(person)
}

/** What this very preview was made from, once; null where it is not kept here or anything has changed since. */
export const takeConversion = async (
  userId: UserId,
  ground: string,
  mark: string,
  now: number,
): Promise<(LeftParts & { readonly importId: string }) | null> => {
  const entry = kept.get(userId)
  if (entry === undefined) return null
  const fits = entry.ground === ground && entry.mark === mark && now - entry.at <= limits.ms
  // Whoever asks at the same time finds nothing and reads the file anew.
  kept.delete(userId)
  try {
    return fits ? { ...(await readLeft(entry.file)), importId: entry.importId } : null
  } finally {
    await rm(entry.file, { force: true })
  }
}
