import { integer, list, nullable, object, text } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { changeDraft, type FileChange } from '@/lib/server/services/banks/draft'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

const mostBytes = 12 * 1024 * 1024
const decode = object<{ readonly base: number; readonly files: readonly Pick<FileChange, 'path' | 'text'>[] }>({
  base: integer(1, Number.MAX_SAFE_INTEGER),
  // No database keeps the character NUL in a text.
  files: list(object({ path: text(200), text: nullable(text(8_000_000, /^[^\0]*$/)) }), 100),
})

/** Writes text files of a draft: `{ "base": revision, "files": [{ "path", "text" }] }`; a null text removes one. */
export const PUT = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const bank = { id: (await params).bank, base: read.value.base }
  return json({ revision: orRefuse(await changeDraft(database(), account, bank, read.value.files, now)) })
})
