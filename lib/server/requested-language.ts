import 'server-only'
import { type Language, languages } from '@/lib/core/language'

/** `?language=`, else English. */
export const requestedLanguage = (request: Request): Language => {
  const wanted = new URL(request.url).searchParams.get('language')
  return languages.find((language) => language === wanted) ?? 'en'
}
