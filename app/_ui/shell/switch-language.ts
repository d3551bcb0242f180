import { routing } from '@/app/_i18n/routing'
import type { Language } from '@/lib/core/language'

/** Remembers the language and loads the page anew: both languages live at one address, and every word of it changes. */
export const switchLanguage = (language: Language): void => {
  const { localeCookie } = routing
  if (typeof localeCookie !== 'object') throw new Error('The language cookie is switched off in app/_i18n/routing.ts.')
  // The cookie store API is missing on plain http and in Firefox before 140.
  document.cookie = `${localeCookie.name}=${language}; Path=/; Max-Age=${localeCookie.maxAge}; SameSite=Lax`
  window.location.reload()
}
