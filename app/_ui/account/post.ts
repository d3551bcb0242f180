import { type Refused, refused } from './refusal'

/** The code in `{ error: { code } }`, the shape of every refusal of the server. */
const codeIn = (body: unknown): string => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return 'unknown'
  const { error } = body
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown'
  return typeof error.code === 'string' ? error.code : 'unknown'
}

/** Sends a form to the server as JSON. Never throws: no network is a refusal too. */
export const post = async (
  path: string,
  form: { readonly [field: string]: string },
): Promise<{ readonly ok: true; readonly body: unknown } | Refused> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(form),
    })
    const body: unknown = await response.json().catch(() => null)
    return response.ok ? { ok: true, body } : refused(codeIn(body))
  } catch {
    return refused('offline')
  }
}
