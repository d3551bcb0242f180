import 'server-only'
import { Refusal, readJson } from './http'

/** Reads a small JSON object of texts; a missing one is empty. */
export const readForm = async <Name extends string>(
  request: Request,
  names: readonly Name[],
): Promise<{ readonly [N in Name]: string }> => {
  const body = await readJson(request, 16 * 1024)
  if (typeof body !== 'object' || body === null) {
    throw new Refusal(400, 'not-a-form', 'The request must be a JSON object of texts.')
  }
  const fields = new Map<string, unknown>(Object.entries(body))
  const text = (name: Name) => {
    const value = fields.get(name) ?? ''
    if (typeof value !== 'string') throw new Refusal(400, 'not-a-form', `"${name}" must be a text.`)
    return value
  }
  return Object.fromEntries(names.map((name) => [name, text(name)])) as { readonly [N in Name]: string }
}
