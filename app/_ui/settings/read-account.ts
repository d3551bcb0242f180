/** Who this browser is signed in as. */
export type AccountRead =
  | { readonly kind: 'loading' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'guest' }
  | { readonly kind: 'member'; readonly email: string; readonly owner: boolean; readonly publishes: boolean }

const at = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined

/** Asks the server; without an answer nobody can tell, and nothing is lost. */
export const readAccount = async (): Promise<AccountRead> => {
  try {
    const response = await fetch('/api/account', { credentials: 'same-origin' })
    if (!response.ok) return { kind: 'offline' }
    const account = at(await response.json(), 'account')
    const email = at(account, 'email')
    if (at(account, 'kind') === 'guest') return { kind: 'guest' }
    if (typeof email !== 'string') return { kind: 'nobody' }
    const role = at(account, 'role')
    return { kind: 'member', email, owner: role === 'owner', publishes: role === 'owner' || role === 'instructor' }
  } catch {
    return { kind: 'offline' }
  }
}
