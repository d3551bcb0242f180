import { accountRoutes } from './account'
import { bankRoutes } from './banks'
import { classRoutes } from './classes'
import { deckRoutes } from './decks'
import type { RouteElsewhere, RouteEntry } from './entry'
import { examRoutes } from './exams'
import { importRoutes } from './imports'
import { reviewRoutes } from './reviews'

/** Every method of every route. A new route is one entry in the file of its area, or a new file and a line here. */
export const routes: readonly (RouteEntry | RouteElsewhere)[] = [
  ...accountRoutes,
  ...bankRoutes,
  ...classRoutes,
  ...deckRoutes,
  ...examRoutes,
  ...importRoutes,
  ...reviewRoutes,
]
