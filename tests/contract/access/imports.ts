import type { RouteElsewhere, RouteEntry } from './entry'

/** An import is of whoever made it alone. */
export const importRoutes: readonly (RouteEntry | RouteElsewhere)[] = [
  {
    route: 'api/imports/route.ts',
    method: 'GET',
    answers: { others: 'hidden', signedOut: 401, guest: 403, owner: 'shown' },
  },
  // Reading a file takes a process of its own.
  { route: 'api/imports/route.ts', method: 'POST', by: 'tests/contract/imports.test.ts' },
  {
    route: 'api/imports/[id]/undo/route.ts',
    method: 'POST',
    params: (world) => ({ id: world.import }),
    answers: { others: 404, signedOut: 401, owner: 200 },
  },
  // Whoever asks gets their own cards alone.
  { route: 'api/export/route.ts', method: 'GET', by: 'tests/contract/exports.test.ts' },
]
