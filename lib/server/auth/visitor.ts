import 'server-only'
import { isIP } from 'node:net'
import { publicUrl } from '../env'
import { Refusal } from '../http'

/** Set by our own server from the connection; whatever a client sends under this name is thrown away there. */
export const addressHeader = 'x-gradeck-address'

/**
 * Who is limited together: an address, and of IPv6 the 64 bits that name a network, since whoever has one address of it has
 * all of them.
 */
export const networkOf = (address: string): string => {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const [left, right] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const gap = tail === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0)
  const groups = [...(left ?? []), ...Array<string>(Math.max(0, gap)).fill('0'), ...(right ?? [])]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

/** The network a request comes from, for limits. */
export const addressOf = (headers: Headers): string => networkOf(headers.get(addressHeader) ?? 'unknown')

const privateRanges = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/

/** Whether a host is this machine or one on its own network, as far as its name tells. */
export const isLocalHost = (host: string): boolean => {
  if (!URL.canParse(`http://${host}`)) return false
  const { hostname } = new URL(`http://${host}`)
  if (hostname.startsWith('[')) return /^\[(::1|f[cd][0-9a-f]{2}:|fe80:)/.test(hostname)
  if (/^[\d.]+$/.test(hostname)) return privateRanges.test(hostname)
  return !hostname.includes('.') || /\.(local|localhost|lan|home|internal)$/.test(hostname)
}

/**
 * Sessions are bound to the address people use. Without PUBLIC_URL that is the request's own host, which anybody may
 * write: only local names are believed.
 */
export const requireKnownHost = (headers: Headers): void => {
  if (publicUrl()) return
  for (const name of ['host', 'x-forwarded-host']) {
    const host = headers.get(name)
    if (host !== null && !isLocalHost(host)) {
      throw new Refusal(
        400,
        'unknown-host',
        `This server does not know that it is called ${host}. Set PUBLIC_URL to its address.`,
      )
    }
  }
}
