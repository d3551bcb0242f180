import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Area } from './areas'

/** Words every page's client components may use. */
const everywhere: readonly Area[] = ['shell', 'blocks']

/** Gives the client components below it the words of these areas and no others. Server components need none of it. */
export async function MessagesFor({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const all = await getMessages()
  const wanted = Object.fromEntries([...everywhere, ...areas].map((area) => [area, all[area]]))
  return <NextIntlClientProvider messages={wanted}>{children}</NextIntlClientProvider>
}
