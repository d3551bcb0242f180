import { routing } from '@/app/_i18n/routing'
import { wantLanguage } from '@/lib/client/offline/page-cache'
import type { Language } from '@/lib/core/language'

/** Remembers the language and loads the page anew: both languages live at one address, and every word of it changes. */
export const switchLanguage = async (language: Language): Promise<void> => {
  const { localeCookie } = routing
  if (typeof localeCookie !== 'object') throw new Error('The language cookie is switched off in app/_i18n/routing.ts.')
  document.cookie = `${localeCookie.name}=${language}; Path=/; Max-Age=${localeCookie.maxAge}; SameSite=Lax`
  try {
    // Pages kept for offline use are kept by language; plain http has no such cache.
    if ('caches' in globalThis) await wantLanguage(language)
  } catch {
    // A full disk must not hold back the language.
  }
  window.location.reload()
}
