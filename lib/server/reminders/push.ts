import 'server-only'
import webpush from 'web-push'
import { pushKeys } from '../env'

export interface Subscription {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** What a browser shows. */
export interface Notice {
  readonly title: string
  readonly body: string
  readonly count: number
}

/** `gone`: the browser has ended the subscription; `failed`: it may work another day. */
export type PushOutcome = 'sent' | 'gone' | 'failed'

/**
 * The push services of browsers. A subscription names an address this server then sends to, so it must be one of theirs:
 * anything else could be a machine behind the server's own wall.
 */
const services = /(^|\.)(fcm\.googleapis\.com|push\.services\.mozilla\.com|notify\.windows\.com|push\.apple\.com)$/

export const isPushService = (endpoint: string): boolean => {
  if (endpoint.length > 1000 || !URL.canParse(endpoint)) return false
  const { protocol, hostname, port } = new URL(endpoint)
  return protocol === 'https:' && port === '' && services.test(hostname)
}

const hourSeconds = 3600

/** Sends a notice that is worth nothing tomorrow. */
export const sendPush = async (to: Subscription, notice: Notice): Promise<PushOutcome> => {
  const keys = pushKeys()
  if (keys === null) return 'failed'
  try {
    await webpush.sendNotification(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      JSON.stringify(notice),
      { vapidDetails: keys, TTL: 12 * hourSeconds, topic: 'daily', timeout: 15_000 },
    )
    return 'sent'
  } catch (error) {
    const status = error instanceof webpush.WebPushError ? error.statusCode : 0
    return status === 404 || status === 410 ? 'gone' : 'failed'
  }
}
