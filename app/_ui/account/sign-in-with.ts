import { type Refused, refused } from './refusal'

const textAt = (body: unknown, field: string): string | null => {
  if (typeof body !== 'object' || body === null) return null
  const value: unknown = Reflect.get(body, field)
  return typeof value === 'string' ? value : null
}

const token = async (): Promise<string | null> => {
  const response = await fetch('/api/auth/csrf', { credentials: 'same-origin' })
  return textAt(await response.json(), 'csrfToken')
}

/**
 * Signs in with one of the server's credential providers (`guest`, `password`, `recovery`). Speaks next-auth's own form
 * protocol, because its React client would add its weight to the review page. Never throws.
 */
export const signInWith = async (
  provider: string,
  fields: { readonly [field: string]: string },
): Promise<{ readonly ok: true } | Refused> => {
  try {
    const csrfToken = await token()
    if (csrfToken === null) return refused('unknown')
    const response = await fetch(`/api/auth/callback/${provider}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: window.location.origin, json: 'true' }),
    })
    // A refusal comes back as the address of an error page.
    const url = textAt(await response.json(), 'url')
    const error = url === null ? null : new URL(url, window.location.origin).searchParams.get('error')
    return response.ok && error === null ? { ok: true } : refused(error ?? 'unknown')
  } catch {
    return refused('offline')
  }
}

/** Ends the session of this browser; what is kept on the device stays. */
export const signOut = async (): Promise<boolean> => {
  try {
    const csrfToken = await token()
    if (csrfToken === null) return false
    const response = await fetch('/api/auth/signout', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, callbackUrl: window.location.origin, json: 'true' }),
    })
    return response.ok
  } catch {
    return false
  }
}
