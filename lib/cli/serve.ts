import { createServer } from 'node:http'
import next from 'next'
import { lockDataFolder } from '@/lib/server/data-lock'
import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace, dataFolder, linkBase, listenOn } from '@/lib/server/env'
import { sessionSecret } from '@/lib/server/secret'
import type { Command } from './command'
import { networkNotice } from './network'

/** Resolves when somebody asks the process to end. */
const askedToEnd = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

/** Serves the built application until Ctrl-C. */
export const serve: Command = {
  usage: 'serve',
  run: async () => {
    const ending = askedToEnd()
    const { host, port } = listenOn()
    const lock = await lockDataFolder(dataFolder())
    if (!lock.ok) {
      console.error(lock.error)
      return 1
    }
    sessionSecret()
    await migrate(databasePlace())

    // Next calls every request's own host `localhost`; told another name, it takes its rewrites for foreign addresses.
    const app = next({ dev: false, dir: process.cwd(), hostname: 'localhost', port })
    await app.prepare()
    const handle = app.getRequestHandler()
    const server = createServer((request, response) => void handle(request, response))
    const listening = await new Promise<boolean>((resolve) => {
      server.once('error', (error) => {
        console.error(`The address ${host}:${port} cannot be used: ${error.message}. PORT chooses another.`)
        resolve(false)
      })
      server.listen(port, host, () => resolve(true))
    })
    if (listening) {
      console.log(`Gradeck is ready at ${linkBase()}`)
      if (host !== '127.0.0.1' && host !== 'localhost') console.log(networkNotice(port))
      await ending
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    await app.close()
    await database().$disconnect()
    await lock.value.release()
    return listening ? 0 : 1
  },
}
