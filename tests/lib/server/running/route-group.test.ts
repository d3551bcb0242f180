import { expect, it } from 'vitest'
import { routeGroup } from '@/lib/server/running/route-group'

it.each([
  ['/api/sync', 200, 'api/sync'],
  ['/api/decks/cs231n/en', 200, 'api/decks'],
  ['/api/made-up-by-a-stranger', 404, 'api'],
  ['/api/%2e%2e', 200, 'api'],
  ['/_next/static/x.js', 200, 'asset'],
  ['/calendar/secret.ics', 200, 'calendar'],
  ['/en/reset/secret?x=1', 200, 'page'],
  ['/', 200, 'page'],
])('%s answered with %i counts as %s', (address, status, group) => expect(routeGroup(address, status)).toBe(group))
