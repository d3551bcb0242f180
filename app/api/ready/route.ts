import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { isEnding } from '@/lib/server/running/ending'

export const dynamic = 'force-dynamic'

/** Says whether new requests should be sent here: the database answers and the process is not about to end. */
export const GET = handle(async () => {
  if (isEnding()) return json({ ready: false, why: 'ending' }, { status: 503 })
  const answers = await database()
    .store.count()
    .then(
      () => true,
      () => false,
    )
  return answers ? json({ ready: true }) : json({ ready: false, why: 'database' }, { status: 503 })
})
