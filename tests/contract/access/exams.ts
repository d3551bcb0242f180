import { examSetup } from '../../support/exam-setups'
import type { Answers, Method, RouteEntry } from './entry'
import type { World } from './world'

const exam: RouteEntry['params'] = (world) => ({ exam: world.exam })
const toSave = { slot: 0, rev: 1, device: 'phone', answer: { kind: 'text', text: 'x' }, spentMs: 1 }
const correction = { item: 'q1', change: { kind: 'full' }, neverLower: false }

/** Somebody outside the class hears that there is no such exam, as whoever guesses its name. */
const base = { others: 404, signedOut: 401 } as const
/** Who takes it. Staff does not. */
const taker: Answers = { ...base, student: 200 }
const authors: Answers = { ...base, student: 403, viewer: 403, author: 200, grader: 403, editor: 200, owner: 200 }
const readers: Answers = { ...base, student: 403, viewer: 200, author: 403, grader: 200, editor: 200, owner: 200 }
const graders: Answers = { ...readers, viewer: 403 }
const answered = (answers: Answers, status: number): Answers => ({
  ...answers,
  author: status,
  editor: status,
  owner: status,
})

const route = (
  path: string,
  method: Method,
  answers: Answers,
  rest: Partial<Omit<RouteEntry, 'route' | 'method' | 'answers'>> = {},
): RouteEntry => ({ route: `api/exams/${path}route.ts`, method, answers, params: exam, ...rest })

export const examRoutes: readonly RouteEntry[] = [
  route(
    '',
    'GET',
    {
      others: 'hidden',
      signedOut: 401,
      student: 'shown',
      viewer: 'shown',
      author: 'shown',
      grader: 'shown',
      editor: 'shown',
      owner: 'shown',
    },
    { marker: (world: World) => world.exam },
  ),
  route('', 'POST', answered(authors, 201), { body: ({ classId }) => ({ classId, setup: examSetup() }) }),
  route('withheld/', 'GET', { others: 'hidden', signedOut: 204, student: 'shown' }, { marker: () => 'losses/hinge' }),
  route('cards/', 'GET', authors, { query: ({ classId, bank }) => ({ class: classId, deck: bank }) }),
  route('[exam]/', 'GET', { ...readers, author: 200 }),
  route('[exam]/', 'PUT', answered(authors, 409), { body: () => ({ base: 2, setup: examSetup() }) }),
  route('[exam]/', 'DELETE', { ...authors, author: 403, editor: 403 }),
  route('[exam]/publish/', 'POST', answered(authors, 409), { body: () => ({ base: 1 }) }),
  route('[exam]/publish/', 'DELETE', answered(authors, 409)),
  route('[exam]/preview/', 'GET', authors),
  route('[exam]/notice/', 'GET', taker),
  route('[exam]/attempt/', 'GET', taker),
  route('[exam]/attempt/', 'POST', taker, { body: () => ({ roomCode: '' }) }),
  route('[exam]/attempt/', 'PUT', taker, { body: () => ({ answers: [toSave] }) }),
  route('[exam]/attempt/place/', 'POST', taker, { body: () => ({ to: 0, answers: [] }) }),
  route('[exam]/attempt/break/', 'POST', taker, { body: () => ({ on: false }) }),
  route('[exam]/attempt/hand-in/', 'POST', taker, { body: () => ({ answers: [] }) }),
  route('[exam]/feedback/', 'GET', taker),
  route('[exam]/attempts/', 'GET', readers),
  route('[exam]/attempts/[attempt]/', 'POST', graders, {
    params: (world) => ({ exam: world.exam, attempt: `${world.exam}-${world.people.student}` }),
    body: () => ({ kind: 'accept-late', accepted: true }),
  }),
  route('[exam]/admissions/', 'POST', graders, { body: ({ people }) => ({ student: people.student }) }),
  route('[exam]/results/', 'GET', readers),
  route('[exam]/statistics/', 'GET', readers),
  route('[exam]/corrections/', 'GET', readers),
  route('[exam]/corrections/', 'POST', graders, { body: () => ({ correction, apply: true }) }),
  route('[exam]/corrections/[correction]/', 'DELETE', graders, {
    params: (world) => ({ exam: world.exam, correction: `${world.exam}-change` }),
  }),
]
