import { defineRouting } from 'next-intl/routing'
import { languages } from '@/lib/core/language'

/** One address for both languages: the cookie decides, then the browser's own preference. */
export const routing = defineRouting({
  locales: languages,
  defaultLocale: 'en',
  localePrefix: 'never',
  localeCookie: { name: 'NEXT_LOCALE', maxAge: 365 * 24 * 3600, sameSite: 'lax' },
  // Both languages live at the same address, so there is no alternate to announce.
  alternateLinks: false,
})
