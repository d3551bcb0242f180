import type { AbstractIntlMessages } from 'next-intl'
import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { areas } from './areas'
import { routing } from './routing'

export default getRequestConfig(async ({ requestLocale }) => {
  const wanted = await requestLocale
  const locale = hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale
  const files = await Promise.all(
    areas.map(async (area): Promise<[string, AbstractIntlMessages]> => {
      const file: { default: AbstractIntlMessages } = await import(`./messages/${locale}/${area}.json`)
      return [area, file.default]
    }),
  )
  // Learners' dates are shown in their own zone by the browser; what the server renders has none.
  return { locale, messages: Object.fromEntries(files), timeZone: 'UTC' }
})
