import type { RouteEntry } from './entry'

/** A lent bank is read by its class: students and staff, and nobody who left or was put out; and by who writes it. */
const inClass = {
  others: 404,
  student: 200,
  viewer: 200,
  author: 200,
  grader: 200,
  editor: 200,
  owner: 200,
  coauthor: 200,
  coowner: 200,
} as const
const shownInClass = {
  others: 'hidden',
  student: 'shown',
  viewer: 'shown',
  author: 'shown',
  grader: 'shown',
  editor: 'shown',
  owner: 'shown',
  coauthor: 'shown',
  coowner: 'shown',
} as const
const deck: RouteEntry['params'] = (world) => ({ deck: world.bank })

export const deckRoutes: readonly RouteEntry[] = [
  { route: 'api/gallery/route.ts', method: 'GET', answers: { others: 200 } },
  { route: 'api/decks/route.ts', method: 'GET', answers: shownInClass },
  { route: 'api/decks/[deck]/bundle/route.ts', method: 'GET', params: deck, answers: inClass },
  {
    route: 'api/decks/[deck]/concepts/route.ts',
    method: 'GET',
    params: deck,
    marker: () => 'hinge',
    answers: shownInClass,
  },
  {
    route: 'api/decks/[deck]/sections/route.ts',
    method: 'GET',
    params: deck,
    marker: () => 'softmax',
    answers: shownInClass,
  },
  {
    route: 'api/decks/[deck]/sections/[section]/route.ts',
    method: 'GET',
    params: (world) => ({ deck: world.bank, section: 'hinge' }),
    answers: inClass,
  },
  {
    route: 'figures/[deck]/[name]/route.ts',
    method: 'GET',
    params: (world) => ({ deck: world.bank, name: world.figure }),
    answers: inClass,
  },
  {
    route: 'api/corrections/route.ts',
    method: 'POST',
    body: (world) => ({
      id: world.unused,
      deckId: world.bank,
      cardId: `${world.bank}/hinge.def`,
      revision: 'v1',
      language: 'en',
      quote: '',
      comment: 'A slip.',
    }),
    answers: {
      ...inClass,
      signedOut: 401,
      student: 201,
      viewer: 201,
      author: 201,
      grader: 201,
      editor: 201,
      owner: 201,
      coauthor: 201,
      coowner: 201,
    },
  },
  {
    route: 'api/corrections/route.ts',
    method: 'GET',
    marker: (world) => world.correction,
    answers: { others: 404, signedOut: 401, outsider: 'hidden', owner: 'shown', coauthor: 'shown', coowner: 'shown' },
  },
  {
    route: 'api/corrections/[id]/route.ts',
    method: 'POST',
    params: (world) => ({ id: world.correction }),
    body: () => ({ state: 'taken' }),
    answers: { others: 404, signedOut: 401, owner: 200, coauthor: 200, coowner: 200 },
  },
]
