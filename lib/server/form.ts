import 'server-only'
import { Refusal, readBody, readJson } from './http'

const mostBytes = 16 * 1024

/** No database keeps the character NUL in a text, and nobody types it. */
const requireText = (name: string, value: unknown): string => {
  if (typeof value === 'string' && !value.includes('\u0000')) return value
  throw new Refusal(400, 'not-a-form', `"${name}" must be a text.`)
}

/**
 * The small form of a page of this site, as next-auth takes it: it reads a body of any length and any type, and what it
 * cannot parse it throws on.
 */
export const readWebForm = async (request: Request): Promise<URLSearchParams> => {
  const body = await readBody(request, mostBytes)
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal(400, 'not-a-form', 'The request must be a form: application/x-www-form-urlencoded.')
  }
  const form = new URLSearchParams(new TextDecoder().decode(body))
  for (const [name, value] of form) requireText(name, value)
  return form
}

/** Reads a small JSON object of texts; a missing one is empty. */
export const readForm = async <Name extends string>(
  request: Request,
  names: readonly Name[],
): Promise<{ readonly [N in Name]: string }> => {
  const body = await readJson(request, mostBytes)
  if (typeof body !== 'object' || body === null) {
    throw new Refusal(400, 'not-a-form', 'The request must be a JSON object of texts.')
  }
  const fields = new Map<string, unknown>(Object.entries(body))
  const text = (name: Name) => requireText(name, fields.get(name) ?? '')
  return Object.fromEntries(names.map((name) => [name, text(name)])) as { readonly [N in Name]: string }
}
