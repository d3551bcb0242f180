import type { RouteElsewhere, RouteEntry } from './entry'

const own = { others: 200, signedOut: 401 } as const
const place = { zone: 'UTC', language: 'en', dayStartsAt: '4' }

/** Everybody’s own account, and the links that lead to one. */
export const accountRoutes: readonly (RouteEntry | RouteElsewhere)[] = [
  { route: 'api/account/route.ts', method: 'GET', answers: { others: 200 } },
  // A member confirms with an address: without it nobody is deleted.
  {
    route: 'api/account/route.ts',
    method: 'DELETE',
    body: () => ({ confirm: '' }),
    answers: { others: 400, signedOut: 401, guest: 200 },
  },
  {
    route: 'api/account/sign-up/route.ts',
    method: 'POST',
    body: () => ({ email: 'no address', password: 'x', name: '', code: '' }),
    answers: { others: 409, signedOut: 400, guest: 400 },
  },
  { route: 'api/account/data/route.ts', method: 'GET', answers: own },
  { route: 'api/account/sessions/route.ts', method: 'DELETE', answers: own },
  { route: 'api/account/recovery/route.ts', method: 'POST', answers: { others: 201, signedOut: 401 } },
  { route: 'api/account/recovery/route.ts', method: 'GET', answers: { others: 200 } },
  {
    route: 'api/account/owner/route.ts',
    method: 'POST',
    body: () => ({ token: 'guessed', email: 'a@example.org', password: 'long enough words', name: '' }),
    answers: { others: 404 },
  },
  {
    route: 'api/account/reset/route.ts',
    method: 'POST',
    body: () => ({ token: 'guessed', password: 'long enough words' }),
    answers: { others: 404 },
  },
  {
    route: 'api/account/reset-link/route.ts',
    method: 'POST',
    body: ({ people }) => ({ email: `${people.owner}@example.org` }),
    // The same for a known and an unknown address, whoever asks.
    answers: { others: 200 },
  },
  { route: 'api/account/reminders/route.ts', method: 'GET', answers: own },
  {
    route: 'api/account/reminders/route.ts',
    method: 'PUT',
    body: () => ({ ...place, pushHour: '', mailHour: '' }),
    answers: own,
  },
  {
    route: 'api/account/reminders/calendar/route.ts',
    method: 'POST',
    body: () => place,
    answers: { others: 201, signedOut: 401 },
  },
  { route: 'api/account/reminders/calendar/route.ts', method: 'DELETE', answers: own },
  {
    route: 'api/account/reminders/push/route.ts',
    method: 'POST',
    body: () => ({ endpoint: 'https://evil.example/', p256dh: 'x', auth: 'x' }),
    answers: { others: 400, signedOut: 401 },
  },
  {
    route: 'api/account/reminders/push/route.ts',
    method: 'DELETE',
    body: () => ({ endpoint: 'https://updates.push.services.mozilla.com/x' }),
    answers: own,
  },
  {
    route: 'calendar/[file]/route.ts',
    method: 'GET',
    params: () => ({ file: `${'g'.repeat(32)}.ics` }),
    answers: { others: 404 },
  },
  { route: 'api/auth/[...nextauth]/route.ts', method: 'GET', by: 'tests/e2e/first-day.spec.ts' },
  { route: 'api/auth/[...nextauth]/route.ts', method: 'POST', by: 'tests/e2e/first-day.spec.ts' },
]
