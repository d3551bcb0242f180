import 'server-only'
import { BlockList, isIP } from 'node:net'

const loopback = ['127.0.0.0/8', '::1']

const kindOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** IPv4 inside IPv6 is the same machine. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d)/i, '')

const add = (list: BlockList, network: string): void => {
  const [address = '', bits, more] = network.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  const prefix = bits === undefined ? most : Number(bits)
  if (isIP(address) === 0 || more !== undefined || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
    throw new Error(`TRUSTED_PROXIES names "${network}", which is no address or network, e.g. 10.0.0.0/8.`)
  }
  list.addSubnet(address, prefix, kindOf(address))
}

/**
 * Tells where a request comes from. Trusted proxies are believed about the hop they saw, from the last one backwards;
 * nobody else is believed about anything. A proxy on this machine is trusted where `behindProxy`.
 */
export const makeClientAddress = (
  networks: readonly string[],
  behindProxy: boolean,
): ((direct: string | undefined, forwarded: string | undefined) => string) => {
  const trusted = new BlockList()
  for (const network of [...(behindProxy ? loopback : []), ...networks]) add(trusted, network)
  const isTrusted = (address: string): boolean => isIP(address) !== 0 && trusted.check(address, kindOf(address))
  return (direct, forwarded) => {
    const hops = [...(forwarded ?? '').split(','), direct ?? 'unknown'].map((hop) => plain(hop.trim()))
    let asks = hops.pop() ?? 'unknown'
    for (let hop = hops.pop(); isTrusted(asks) && hop; hop = hops.pop()) asks = hop
    return asks
  }
}
