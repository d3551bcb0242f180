import 'server-only'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal, requireSameOrigin } from './http'

/**
 * Takes a large body from this site's own pages into a file, a piece at a time, and gives it to `use`; afterwards the file is gone, whatever
 * happened. Never more than a piece of it is in memory.
 */
export const withReceivedFile = async <T>(
  request: Request,
  limit: number,
  use: (file: string) => Promise<T>,
): Promise<T> => {
  requireSameOrigin(request)
  const tooLarge = () =>
    new Refusal(
      413,
      'too-large',
      `The file is larger than ${Math.floor(limit / 2 ** 20)} MiB. Export one deck at a time.`,
    )
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const folder = await mkdtemp(join(tmpdir(), 'gradeck-received-'))
  try {
    const file = join(folder, 'file')
    const handle = await open(file, 'wx', 0o600)
    try {
      let size = 0
      const reader = request.body?.getReader()
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        size += part.value.byteLength
        if (size > limit) {
          await reader?.cancel()
          throw tooLarge()
        }
        await handle.write(part.value)
      }
    } finally {
      await handle.close()
    }
    return await use(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
