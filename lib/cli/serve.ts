import { createServer, type IncomingMessage } from 'node:http'
import next from 'next'
import { addressHeader } from '@/lib/server/auth/visitor'
import { backUpDaily } from '@/lib/server/backup/automatic'
import { lockDataFolder } from '@/lib/server/data-lock'
import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import {
  contentFolder,
  databasePlace,
  dataFolder,
  linkBase,
  listenOn,
  publicUrl,
  pushKeys,
  smtp,
} from '@/lib/server/env'
import { sendMail } from '@/lib/server/mail'
import { sendPush } from '@/lib/server/reminders/push'
import { remind } from '@/lib/server/reminders/remind'
import { keptSecret, sessionSecret } from '@/lib/server/secret'
import { rememberAddress } from '@/lib/server/served-address'
import { expire } from '@/lib/server/services/expire'
import { linkPath } from '@/lib/server/services/one-time-link'
import { makeFirstOwnerLink } from '@/lib/server/services/owner-link'
import type { Command } from './command'
import { readableContentType } from './content-type'
import { networkNotice } from './network'
import { publishAll } from './publish'
import { isReadableAddress } from './readable-address'

/** Resolves when somebody asks the process to end. */
const askedToEnd = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

/**
 * Where a request comes from. A proxy on this machine, announced by PUBLIC_URL, is believed about the last hop it saw;
 * nobody else is believed about anything.
 */
const clientAddress = ({ socket, headers }: IncomingMessage): string => {
  const direct = socket.remoteAddress ?? 'unknown'
  const behindProxy = publicUrl() !== null && /^(::ffff:)?127\.|^::1$/.test(direct)
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return behindProxy && forwarded ? forwarded : direct
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const removeIdle = async (): Promise<void> => {
  await expire(database(), new Date()).catch((error: unknown) =>
    console.error(`Idle guests could not be removed today: ${reasonOf(error)}`),
  )
}

const backUp = async (): Promise<void> => {
  const given = { secret: keptSecret(), now: Date.now() }
  await backUpDaily(databasePlace(), dataFolder(), given).catch((error: unknown) =>
    console.error(`Today's backup could not be made: ${reasonOf(error)}`),
  )
}

const remindEverybody = async (): Promise<void> => {
  const post = { push: sendPush, mail: sendMail, base: linkBase() }
  const ways = [...(pushKeys() ? (['push'] as const) : []), ...(smtp() ? (['mail'] as const) : [])]
  for (const way of ways) {
    await remind(database(), way, post, new Date()).catch((error: unknown) =>
      console.error(`Reminders could not be sent: ${reasonOf(error)}`),
    )
  }
}

/** Does the work every so often until told to stop. */
const every = (ms: number, work: () => Promise<void>): (() => void) => {
  const timer = setInterval(() => void work(), ms)
  return () => clearInterval(timer)
}

const hourMs = 3_600_000

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
    await publishAll(database(), contentFolder(), false)
    await expire(database(), new Date())
    const ownerToken = await makeFirstOwnerLink(database(), new Date())

    // Next calls every request's own host `localhost`; told another name, it takes its rewrites for foreign addresses.
    const app = next({ dev: false, dir: process.cwd(), hostname: 'localhost', port })
    await app.prepare()
    const handle = app.getRequestHandler()
    const server = createServer((request, response) => {
      request.headers[addressHeader] = clientAddress(request)
      readableContentType(response)
      if (isReadableAddress(request.url ?? '')) void handle(request, response)
      else response.writeHead(400, { 'content-type': 'text/plain' }).end('This address cannot be read.\n')
    })
    const listening = await new Promise<boolean>((resolve) => {
      server.once('error', (error) => {
        console.error(`The address ${host}:${port} cannot be used: ${error.message}. PORT chooses another.`)
        resolve(false)
      })
      server.listen(port, host, () => resolve(true))
    })
    if (listening) {
      rememberAddress()
      console.log(`Gradeck is ready at ${linkBase()}`)
      if (host !== '127.0.0.1' && host !== 'localhost') console.log(networkNotice(port))
      if (ownerToken !== null) {
        console.log(`Whoever opens this link first owns this server: ${linkBase()}${linkPath('owner', ownerToken)}`)
      }
      const chores = [every(24 * hourMs, removeIdle), every(hourMs, backUp), every(5 * 60_000, remindEverybody)]
      void backUp()
      await ending
      for (const stop of chores) stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    await app.close()
    await database().$disconnect()
    await lock.value.release()
    return listening ? 0 : 1
  },
}
