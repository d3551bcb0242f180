import type { RouteEntry } from './entry'

/** A bank is for its owners and whom they let in; what a class may read of it is the published deck. */
const readers = { others: 404, signedOut: 401, reviewer: 200, coauthor: 200, coowner: 200, owner: 200 } as const
const writers = { ...readers, reviewer: 403 } as const
const owners = { ...writers, coauthor: 403 } as const
const bank: RouteEntry['params'] = (world) => ({ bank: world.bank })
const first: RouteEntry['params'] = (world) => ({ bank: world.bank, number: '1' })
const figure: RouteEntry['params'] = (world) => ({ bank: world.bank, name: 'plot.png' })
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const about = { title: 'Mine', languages: ['en'], author: '', licence: '', source: '' }

export const bankRoutes: readonly RouteEntry[] = [
  {
    route: 'api/banks/route.ts',
    method: 'GET',
    answers: {
      others: 'hidden',
      signedOut: 401,
      guest: 403,
      reviewer: 'shown',
      coauthor: 'shown',
      coowner: 'shown',
      owner: 'shown',
    },
  },
  {
    route: 'api/banks/route.ts',
    method: 'POST',
    body: () => about,
    answers: { others: 201, signedOut: 401, guest: 403 },
  },
  { route: 'api/banks/[bank]/route.ts', method: 'GET', params: bank, answers: readers },
  {
    route: 'api/banks/[bank]/route.ts',
    method: 'PUT',
    params: bank,
    body: () => ({ base: 1, about }),
    answers: writers,
  },
  { route: 'api/banks/[bank]/route.ts', method: 'DELETE', params: bank, answers: owners },
  {
    route: 'api/banks/[bank]/files/route.ts',
    method: 'PUT',
    params: bank,
    body: () => ({ base: 1, files: [{ path: 'a.cards.yaml', text: '' }] }),
    answers: writers,
  },
  {
    route: 'api/banks/[bank]/publish/route.ts',
    method: 'POST',
    params: bank,
    body: () => ({ base: 1, resets: [], note: '' }),
    answers: owners,
  },
  { route: 'api/banks/[bank]/publish/route.ts', method: 'GET', params: bank, answers: readers },
  { route: 'api/banks/[bank]/versions/route.ts', method: 'GET', params: bank, answers: readers },
  { route: 'api/banks/[bank]/versions/[number]/route.ts', method: 'GET', params: first, answers: readers },
  {
    route: 'api/banks/[bank]/versions/[number]/route.ts',
    method: 'POST',
    params: first,
    body: () => ({ base: 1 }),
    answers: writers,
  },
  { route: 'api/banks/[bank]/figures/[name]/route.ts', method: 'GET', params: figure, answers: readers },
  {
    route: 'api/banks/[bank]/figures/[name]/route.ts',
    method: 'PUT',
    params: figure,
    query: () => ({ base: '1' }),
    body: () => png,
    answers: writers,
  },
  {
    route: 'api/banks/fork/route.ts',
    method: 'POST',
    body: (world) => ({ deck: world.bank, language: 'en' }),
    // Whoever may read it, under the licence that it names.
    answers: {
      others: 404,
      signedOut: 401,
      guest: 403,
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
    route: 'api/banks/[bank]/sharing/route.ts',
    method: 'POST',
    params: bank,
    body: () => ({ audience: 'link', newLink: false }),
    answers: owners,
  },
  {
    route: 'api/banks/link/[token]/route.ts',
    method: 'POST',
    params: () => ({ token: 'guessed' }),
    answers: { others: 404, signedOut: 401 },
  },
  {
    route: 'api/banks/notes/route.ts',
    method: 'POST',
    body: (world) => ({
      bank: { id: world.bank, base: 1 },
      about,
      name: 'a.md',
      notes: 'abcd12',
      cards: [{ id: 'a', type: 'basic', heading: ['A'], fields: { front: 'A?', back: 'A.' } }],
    }),
    answers: { ...owners, guest: 403 },
  },
  { route: 'api/banks/[bank]/desk/route.ts', method: 'GET', params: bank, answers: readers },
  { route: 'api/banks/[bank]/origin/route.ts', method: 'GET', params: bank, answers: writers },
  {
    route: 'api/banks/[bank]/origin/route.ts',
    method: 'POST',
    params: bank,
    body: () => ({ base: 1, version: 'v2' }),
    // It is no copy, so nothing is newer.
    answers: { ...writers, coauthor: 409, coowner: 409, owner: 409 },
  },
  {
    route: 'api/banks/[bank]/desk/route.ts',
    method: 'POST',
    params: bank,
    body: () => ({ deed: 'retire', base: 1, reason: '' }),
    // Whoever is in the bank hears that this move is not theirs to make now.
    answers: { ...owners, reviewer: 409, coauthor: 409 },
  },
  {
    route: 'api/banks/[bank]/remarks/route.ts',
    method: 'POST',
    params: bank,
    body: () => ({ card: 'hinge.def', text: 'Say it shorter.' }),
    answers: { ...readers, reviewer: 201, coauthor: 201, coowner: 201, owner: 201 },
  },
  {
    route: 'api/banks/[bank]/remarks/[remark]/route.ts',
    method: 'PUT',
    params: (world) => ({ bank: world.bank, remark: world.remark }),
    body: () => ({ done: true }),
    answers: readers,
  },
  { route: 'api/banks/[bank]/people/route.ts', method: 'GET', params: bank, answers: readers },
  {
    route: 'api/banks/[bank]/people/route.ts',
    method: 'POST',
    params: bank,
    body: () => ({ role: 'viewer', email: '' }),
    answers: { ...owners, coowner: 201, owner: 201 },
  },
  { route: 'api/banks/[bank]/people/route.ts', method: 'DELETE', params: bank, answers: owners },
  {
    route: 'api/banks/[bank]/people/[person]/route.ts',
    method: 'PUT',
    params: (world) => ({ bank: world.bank, person: world.people.reviewer }),
    body: () => ({ role: 'editor' }),
    answers: owners,
  },
  {
    route: 'api/banks/[bank]/people/[person]/route.ts',
    method: 'DELETE',
    params: (world) => ({ bank: world.bank, person: world.people.reviewer }),
    // The reviewer leaves.
    answers: { ...owners, reviewer: 200 },
  },
  {
    route: 'api/banks/invited/[token]/route.ts',
    method: 'GET',
    params: () => ({ token: 'guessed' }),
    answers: { others: 404, signedOut: 401 },
  },
  {
    route: 'api/banks/invited/[token]/route.ts',
    method: 'POST',
    params: () => ({ token: 'guessed' }),
    answers: { others: 404, signedOut: 401, guest: 403 },
  },
]
