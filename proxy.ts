import { randomBytes } from 'node:crypto'
import type { NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { routing } from '@/app/_i18n/routing'
import { bootScript } from '@/app/_ui/shell/boot-script'
import { pagePolicy } from '@/lib/server/content-security'

const chooseLanguage = createMiddleware(routing)

/** Chooses the language of a page, then allows exactly the scripts that page has. */
export default function proxy(request: NextRequest): NextResponse {
  // A page that the service worker asks for is a page all the same: its language is kept in the cookie.
  if (request.headers.get('sec-fetch-mode') === 'navigate' && request.headers.get('sec-fetch-dest') === 'empty')
    request.headers.set('sec-fetch-dest', 'document')
  const first = chooseLanguage(request)
  const target = first.headers.get('x-middleware-rewrite')
  const page = target === null ? request.nextUrl.pathname : new URL(target, request.url).pathname
  const nonce = randomBytes(16).toString('base64')
  const mode = process.env.NODE_ENV === 'production' ? 'production' : 'development'
  const { policy, needsNonce } = pagePolicy(page, nonce, mode, bootScript)
  let response: NextResponse = first
  if (needsNonce) {
    // Next reads the nonce from the request's own policy and writes it on the scripts it makes.
    request.headers.set('content-security-policy', policy)
    response = chooseLanguage(request)
  }
  response.headers.set('content-security-policy', policy)
  return response
}

// What is not a page: the files of `public/`, drawings, calendars and the icons at the root. Any other address is one, with a
// dot in it or not: left out here, its first part would be taken for a language and its page kept on disk for ever.
export const config = {
  matcher: [
    '/((?!api/|_next/|icons/|licences/.|screenshots/|figures/|calendar/|icon\\.svg|apple-icon\\.png|manifest\\.webmanifest|favicon\\.ico).*)',
  ],
}
