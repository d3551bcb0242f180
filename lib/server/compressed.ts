import 'server-only'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const squeeze = promisify(gzip)

/**
 * A large text as the browser takes it: route handlers' own responses pass the application's compression by. A deck of
 * four hundred cards is 4.8 MB plain and a twelfth of that in gzip.
 */
export const compressed = async (
  request: Request,
  text: string,
  headers: Record<string, string>,
): Promise<Response> => {
  const always = { ...headers, vary: 'accept-encoding' }
  const accepts = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  if (!accepts) return new Response(text, { headers: always })
  return new Response(new Uint8Array(await squeeze(text)), { headers: { ...always, 'content-encoding': 'gzip' } })
}
