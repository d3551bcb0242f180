import { startServer } from '../e2e/server'
import type { ServedDatabase } from './served-database'

/** A server that is killed and comes back at the same address, over what its database holds by then. */
export interface MortalServer {
  readonly url: string
  /** A power cut, and a new start; resolves once it answers again. */
  readonly cut: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const startMortal = async ({ folder, env }: ServedDatabase): Promise<MortalServer> => {
  let server = await startServer(folder, undefined, env)
  const port = Number(new URL(server.url).port)
  return {
    url: server.url,
    cut: async () => {
      await server.kill()
      server = await startServer(folder, port, env)
    },
    stop: async () => {
      await server.stop()
    },
  }
}
