import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { databasePlace } from '@/lib/server/env'
import { handle, Refusal } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { exportFile } from '@/lib/server/services/exports/export-file'
import { decodeExportRequest } from '@/lib/sync/card-export'

/** One's own cards as a file: `?format=apkg&q=tag:exam&language=en&zone=60`. */
export const GET = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const query = new URL(request.url).searchParams
  const read = decodeExportRequest({
    format: query.get('format'),
    q: query.get('q') ?? undefined,
    language: query.get('language'),
    zone: Number(query.get('zone') ?? 0),
  })
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const file = orRefuse(await exportFile(database(), databasePlace(), account, read.value, now))
  return new Response(file.data, {
    headers: {
      'content-type': file.mime,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  })
})
