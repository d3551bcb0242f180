import 'server-only'
import { resolve } from 'node:path'
import type { Place } from './db/adapter'

const read = (name: string): string | null => process.env[name]?.trim() || null

/** Where everything of this server lives: the embedded database, the secret, the lock. */
export const dataFolder = (): string => resolve(/* turbopackIgnore: true */ process.cwd(), read('DATA_DIR') ?? 'data')

/** The decks published at start: one folder a deck. */
export const contentFolder = (): string => read('CONTENT_DIR') ?? 'content'

/** The database this server uses. */
export const databasePlace = (): Place => {
  const url = read('DATABASE_URL')
  if (url === null) return { dialect: 'sqlite', folder: dataFolder() }
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error(
      'DATABASE_URL must begin with postgres:// or postgresql://. Leave it out to use the embedded database.',
    )
  }
  return { dialect: 'postgresql', url }
}

/** The address people reach this server at, without a trailing slash; null when only known from requests. */
export const publicUrl = (): URL | null => {
  const text = read('PUBLIC_URL')
  if (text === null) return null
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`PUBLIC_URL is "${text}", which is no http or https address, e.g. https://learn.example.org.`)
  }
  return new URL(text)
}

const wholeNumber = (name: string, text: string, from: number, to: number): number => {
  const number = Number(text)
  if (Number.isInteger(number) && number >= from && number <= to) return number
  throw new Error(`${name} is "${text}"; it must be a whole number from ${from} to ${to}.`)
}

export const listenOn = (): { readonly host: string; readonly port: number } => ({
  host: read('HOST') ?? '127.0.0.1',
  port: wholeNumber('PORT', read('PORT') ?? '3000', 0, 65_535),
})

/**
 * Where Prometheus reads numbers, which nobody signs in for: on this machine alone unless told otherwise, wherever the
 * application itself listens. Null where nobody asks for them.
 */
export const metricsOn = (): { readonly host: string; readonly port: number } | null => {
  const port = read('METRICS_PORT')
  if (port === null) return null
  return { host: read('METRICS_HOST') ?? '127.0.0.1', port: wholeNumber('METRICS_PORT', port, 0, 65_535) }
}

/** Most connections to PostgreSQL that this process holds at once. */
export const databaseConnections = (): number => wholeNumber('DATABASE_POOL', read('DATABASE_POOL') ?? '10', 1, 1000)

/** Seconds between saying that this process is about to end and taking no more connections. */
export const shutdownDelay = (): number => wholeNumber('SHUTDOWN_DELAY', read('SHUTDOWN_DELAY') ?? '0', 0, 300)

/** Addresses or networks (`10.0.0.0/8`) of proxies that are believed about who asks through them. */
export const trustedProxies = (): readonly string[] =>
  (read('TRUSTED_PROXIES') ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')

/** How this process tells what happens: sentences for people, or a JSON object a line that also tells each request. */
export const logFormat = (): 'plain' | 'json' => {
  const format = read('LOG_FORMAT') ?? 'plain'
  if (format === 'plain' || format === 'json') return format
  throw new Error(`LOG_FORMAT is "${format}"; it must be plain or json.`)
}

/** The address links point to: the public one, else this machine's. */
export const linkBase = (): string => (publicUrl()?.href ?? `http://localhost:${listenOn().port}/`).replace(/\/$/, '')

/** SMTP server for mail, e.g. `smtps://user:password@mail.example.org`; null where links are handed out by the owner. */
export const smtp = (): { readonly url: string; readonly from: string } | null => {
  const url = read('SMTP_URL')
  return url === null ? null : { url, from: read('MAIL_FROM') ?? `Gradeck <gradeck@${new URL(linkBase()).hostname}>` }
}

/** Keys by which push services know this server; null where daily notifications are not set up. */
export const pushKeys = (): {
  readonly publicKey: string
  readonly privateKey: string
  readonly subject: string
} | null => {
  const publicKey = read('VAPID_PUBLIC_KEY')
  const privateKey = read('VAPID_PRIVATE_KEY')
  if (publicKey === null || privateKey === null) return null
  return { publicKey, privateKey, subject: read('VAPID_SUBJECT') ?? linkBase() }
}

/** Credentials of a service people may sign in with; null where not set up. */
export const oauth = (
  name: 'GITHUB' | 'GOOGLE',
): { readonly clientId: string; readonly clientSecret: string } | null => {
  const clientId = read(`${name}_ID`)
  const clientSecret = read(`${name}_SECRET`)
  return clientId !== null && clientSecret !== null ? { clientId, clientSecret } : null
}

/** A secret of the administrator's own; without it the data folder's is used. */
export const secretFromEnvironment = (): string | null => read('NEXTAUTH_SECRET')
