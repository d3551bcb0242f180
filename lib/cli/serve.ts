import next from 'next'
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
  logFormat,
  metricsOn,
  pushKeys,
  shutdownDelay,
  smtp,
} from '@/lib/server/env'
import { sendMail } from '@/lib/server/mail'
import { sendPush } from '@/lib/server/reminders/push'
import { remind } from '@/lib/server/reminders/remind'
import { type Answering, answerMetrics, answerRequests } from '@/lib/server/running/answer-requests'
import { beginEnding } from '@/lib/server/running/ending'
import { reasonOf, tell } from '@/lib/server/running/log'
import { keptSecret, sessionSecret } from '@/lib/server/secret'
import { rememberAddress } from '@/lib/server/served-address'
import { expire } from '@/lib/server/services/expire'
import { linkPath } from '@/lib/server/services/one-time-link'
import { makeFirstOwnerLink } from '@/lib/server/services/owner-link'
import { sweepTemporary } from '@/lib/server/temporary'
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

const removeIdle = async (): Promise<void> => {
  await expire(database(), new Date()).catch((error: unknown) =>
    tell('error', `Idle guests could not be removed today: ${reasonOf(error)}`),
  )
}

const backUp = async (): Promise<void> => {
  const given = { secret: keptSecret(), now: Date.now() }
  await backUpDaily(databasePlace(), dataFolder(), given).catch((error: unknown) =>
    tell('error', `Today's backup could not be made: ${reasonOf(error)}`),
  )
}

const remindEverybody = async (): Promise<void> => {
  const post = { push: sendPush, mail: sendMail, base: linkBase() }
  const ways = [...(pushKeys() ? (['push'] as const) : []), ...(smtp() ? (['mail'] as const) : [])]
  for (const way of ways) {
    await remind(database(), way, post, new Date()).catch((error: unknown) =>
      tell('error', `Reminders could not be sent: ${reasonOf(error)}`),
    )
  }
}

/** Does the work every so often until told to stop. */
const every = (ms: number, work: () => Promise<void>): (() => void) => {
  const timer = setInterval(() => void work(), ms)
  return () => clearInterval(timer)
}

const hourMs = 3_600_000
/** What is being answered when the server ends has this long to be finished, ms. */
const graceMs = 10_000

/** Listens at both addresses; a refusal says which cannot be used and what chooses another. */
const open = async (main: Answering, metrics: Answering | null): Promise<string | null> => {
  const { host, port } = listenOn()
  const refused = await main.listen(port, host)
  if (refused !== null) return `The address ${host}:${port} cannot be used: ${refused}. PORT chooses another.`
  const reading = metricsOn()
  if (metrics === null || reading === null) return null
  const unread = await metrics.listen(reading.port, reading.host)
  const address = `${reading.host}:${reading.port}`
  return unread && `The address ${address} cannot be used: ${unread}. METRICS_PORT and METRICS_HOST choose another.`
}

const announce = (ownerToken: string | null): void => {
  const { host, port } = listenOn()
  tell('info', `Gradeck is ready at ${linkBase()}`)
  if (logFormat() === 'plain' && host !== '127.0.0.1' && host !== 'localhost') console.log(networkNotice(port))
  if (ownerToken === null) return
  tell('info', `Whoever opens this link first owns this server: ${linkBase()}${linkPath('owner', ownerToken)}`)
}

/** Answers and does what is due until somebody asks the process to end, then finishes what is being answered. */
const serveUntil = async (ending: Promise<void>, servers: readonly Answering[]): Promise<void> => {
  const chores = [every(24 * hourMs, removeIdle), every(hourMs, backUp), every(5 * 60_000, remindEverybody)]
  void backUp()
  await ending
  for (const stop of chores) stop()
  beginEnding()
  // A balancer hears of the end before connections are refused.
  await new Promise((resolve) => setTimeout(resolve, shutdownDelay() * 1000))
  await Promise.all(servers.map((server) => server.end(graceMs)))
}

/** Serves the built application until Ctrl-C. */
export const serve: Command = {
  usage: 'serve',
  run: async () => {
    const ending = askedToEnd()
    const { port } = listenOn()
    const lock = await lockDataFolder(dataFolder())
    if (!lock.ok) {
      console.error(lock.error)
      return 1
    }
    sweepTemporary()
    sessionSecret()
    await migrate(databasePlace())
    await publishAll(database(), contentFolder(), false)
    await expire(database(), new Date())
    const ownerToken = await makeFirstOwnerLink(database(), new Date())

    // Next calls every request's own host `localhost`; told another name, it takes its rewrites for foreign addresses.
    const app = next({ dev: false, dir: process.cwd(), hostname: 'localhost', port })
    await app.prepare()
    const handle = app.getRequestHandler()
    const main = answerRequests((request, response) => {
      readableContentType(response)
      if (isReadableAddress(request.url ?? '')) void handle(request, response)
      else response.writeHead(400, { 'content-type': 'text/plain' }).end('This address cannot be read.\n')
    })
    const metrics = metricsOn() === null ? null : answerMetrics()
    const refused = await open(main, metrics)
    if (refused === null) {
      rememberAddress()
      announce(ownerToken)
      await serveUntil(ending, metrics === null ? [main] : [main, metrics])
    } else {
      console.error(refused)
      await main.end(0)
    }
    await app.close()
    await database().$disconnect()
    await lock.value.release()
    return refused === null ? 0 : 1
  },
}
