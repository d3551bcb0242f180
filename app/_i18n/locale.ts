import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import type { Language } from '@/lib/core/language'
import { routing } from './routing'

/** What every page and layout under `[locale]` is called with. */
export interface LocaleParams {
  readonly params: Promise<{ readonly locale: string }>
}

/** Reads the language of the address and makes it known to this render, which keeps the page static. */
export const readLocale = async (params: Promise<{ readonly locale: string }>): Promise<Language> => {
  const { locale } = await params
  const language = hasLocale(routing.locales, locale) ? locale : routing.defaultLocale
  setRequestLocale(language)
  return language
}
