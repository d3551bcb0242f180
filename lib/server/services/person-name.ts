import 'server-only'

/** How an account is called among those it works with: by its name, or where it gives none by its address. */
export const personName = ({ name, email }: { readonly name: string; readonly email: string | null }): string =>
  name || (email ?? '')
