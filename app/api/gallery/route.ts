import { handle } from '@/lib/server/http'
import { listGallery } from '@/lib/server/services/gallery'

export const dynamic = 'force-dynamic'

/** The compute questions that come with the application, to start one's own from. Everybody may read them. */
export const GET = handle(async () =>
  Response.json({ examples: listGallery() }, { headers: { 'cache-control': 'public, max-age=3600' } }),
)
