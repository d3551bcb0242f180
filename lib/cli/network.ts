import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'

/** This machine's addresses that other devices on the network can reach. */
const networkAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)

/** What to tell when the server can be reached from the network: where, as a code for a phone, and what plain http lacks. */
export const networkNotice = (port: number): string => {
  const urls = networkAddresses().map((address) => `http://${address}:${port}`)
  const [first] = urls
  if (first === undefined) return 'HOST opens the network, but this machine has no address on one.'
  return [
    `On the network: ${urls.join('  ')}`,
    renderUnicodeCompact(first),
    'Over plain http a browser gives no offline use and no installing. Reviewing works while connected; for the rest put an HTTPS proxy in front and set PUBLIC_URL.',
  ].join('\n')
}
