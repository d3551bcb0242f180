import type { RouteElsewhere, RouteEntry } from './entry'

/** Everybody’s own reviews, and the server itself. */
export const reviewRoutes: readonly (RouteEntry | RouteElsewhere)[] = [
  {
    route: 'api/sync/route.ts',
    method: 'POST',
    body: () => ({ deviceId: 'phone', epoch: null, cursor: 0, sentAt: null, events: [] }),
    answers: { others: 200, signedOut: 401 },
  },
  { route: 'api/parameters/route.ts', method: 'GET', answers: { others: 200, signedOut: 401 } },
  { route: 'api/parameters/route.ts', method: 'POST', answers: { others: 200, signedOut: 401 } },
  { route: 'api/health/route.ts', method: 'GET', answers: { others: 200 } },
  { route: 'api/ready/route.ts', method: 'GET', answers: { others: 200 } },
]
