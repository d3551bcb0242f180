import type { ReviewEvent } from '@/lib/schedule/event'
import type { SyncResponse } from '@/lib/sync/protocol'

/** Somebody who talks to a running server as a browser does: a guest of the server, kept by cookies. */
export interface HttpPerson {
  /** The request's answer, or an error where none came. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>
  /** One exchange; null when the server did not answer it, or not with 200. */
  readonly sync: (
    events: readonly ReviewEvent[],
    position?: { readonly epoch: string | null; readonly cursor: number },
  ) => Promise<SyncResponse | null>
}

const keep = (cookies: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/**
 * Signs in as a new guest. `pick` names the server each request goes to, as a balancer would; `address` is where the person
 * seems to be, for servers that trust this machine as a proxy.
 */
export const httpGuest = async (url: string, pick = () => url, address?: string): Promise<HttpPerson> => {
  const cookies = new Map<string, string>()
  const send: HttpPerson['send'] = async (path, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const server = pick()
    const from = address === undefined ? {} : { 'x-forwarded-for': address }
    const headers = { ...init.headers, ...from, cookie, origin: server }
    const response = await fetch(`${server}${path}`, { ...init, headers })
    keep(cookies, response)
    return response
  }
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { readonly csrfToken: string }
  await send('/api/auth/callback/guest', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: url, json: 'true' }).toString(),
  })
  return {
    send,
    sync: async (events, position) => {
      try {
        const response = await send('/api/sync', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            deviceId: 'phone',
            echo: false,
            epoch: null,
            cursor: 0,
            ...position,
            sentAt: Date.now(),
            events,
          }),
        })
        return response.ok ? ((await response.json()) as SyncResponse) : null
      } catch {
        return null
      }
    },
  }
}
