import type { RouteEntry } from './entry'

const at: RouteEntry['params'] = (world) => ({ class: world.classId })
const strangers = { others: 404, signedOut: 401 } as const
const everyMember = {
  ...strangers,
  student: 200,
  viewer: 200,
  author: 200,
  grader: 200,
  editor: 200,
  owner: 200,
} as const
/** Members whose role does not reach know the class, and hear that. */
const refused = { student: 403, viewer: 403, author: 403, grader: 403, editor: 403, owner: 403 } as const
const staff = { ...everyMember, student: 403 } as const
const contentEditors = { ...strangers, ...refused, author: 200, editor: 200, owner: 200 } as const
const contentOwners = { ...strangers, ...refused, owner: 200 } as const
const dataReaders = { ...strangers, ...refused, viewer: 200, grader: 200, editor: 200, owner: 200 } as const
const dataEditors = { ...strangers, ...refused, grader: 200, editor: 200, owner: 200 } as const

const about = { title: 'Summer', about: '', zone: 'UTC' }
const pace = { pace: { kind: 'own' } }
const deck: RouteEntry['params'] = (world) => ({ class: world.classId, deck: world.bank })
const student: RouteEntry['params'] = (world) => ({ class: world.classId, student: world.people.student })

export const classRoutes: readonly RouteEntry[] = [
  {
    route: 'api/classes/route.ts',
    method: 'GET',
    marker: (world) => `"${world.classId}"`,
    answers: {
      others: 'shown',
      signedOut: 401,
      guest: 'hidden',
      learner: 'hidden',
      outsider: 'hidden',
      blocked: 'hidden',
      left: 'hidden',
      reviewer: 'hidden',
      coauthor: 'hidden',
      coowner: 'hidden',
    },
  },
  {
    route: 'api/classes/route.ts',
    method: 'POST',
    body: () => about,
    // Those who are instructors of this server.
    answers: { others: 403, signedOut: 401, outsider: 201, owner: 201 },
  },
  { route: 'api/classes/[class]/route.ts', method: 'GET', params: at, answers: everyMember },
  { route: 'api/classes/[class]/route.ts', method: 'PUT', params: at, body: () => about, answers: contentEditors },
  { route: 'api/classes/[class]/route.ts', method: 'DELETE', params: at, answers: contentOwners },
  {
    route: 'api/classes/[class]/closed/route.ts',
    method: 'POST',
    params: at,
    body: () => ({ closed: true }),
    answers: contentOwners,
  },
  {
    route: 'api/classes/[class]/code/route.ts',
    method: 'POST',
    params: at,
    body: () => ({ days: 7 }),
    answers: dataEditors,
  },
  { route: 'api/classes/[class]/desk/route.ts', method: 'GET', params: at, answers: dataEditors },
  {
    route: 'api/classes/[class]/invitations/route.ts',
    method: 'POST',
    params: at,
    body: () => ({ content: 'none', studentData: 'none', student: true, note: '' }),
    answers: { ...dataEditors, grader: 201, editor: 201, owner: 201 },
  },
  { route: 'api/classes/[class]/invitations/route.ts', method: 'DELETE', params: at, answers: dataEditors },
  { route: 'api/classes/[class]/decks/route.ts', method: 'GET', params: at, answers: contentEditors },
  {
    route: 'api/classes/[class]/decks/[deck]/route.ts',
    method: 'PUT',
    params: deck,
    body: () => pace,
    answers: contentEditors,
  },
  { route: 'api/classes/[class]/decks/[deck]/route.ts', method: 'DELETE', params: deck, answers: contentEditors },
  {
    route: 'api/classes/[class]/members/[member]/route.ts',
    method: 'PUT',
    params: (world) => ({ class: world.classId, member: world.people.student }),
    body: () => ({ content: 'viewer', studentData: 'none' }),
    answers: contentOwners,
  },
  {
    route: 'api/classes/[class]/students/[student]/route.ts',
    method: 'PUT',
    params: student,
    body: () => ({ listedName: 'Ann', number: '1', label: '' }),
    answers: dataEditors,
  },
  {
    route: 'api/classes/[class]/students/[student]/route.ts',
    method: 'POST',
    params: student,
    body: () => ({ blocked: true }),
    answers: dataEditors,
  },
  {
    route: 'api/classes/[class]/list/route.ts',
    method: 'POST',
    params: at,
    body: () => ({ text: 'name,number\nAnn,1\n', trial: false }),
    answers: dataEditors,
  },
  {
    route: 'api/classes/[class]/links/route.ts',
    method: 'POST',
    params: at,
    // Somebody who joined by themselves has no link that the staff could make.
    body: (world) => ({ students: [world.people.student] }),
    answers: { ...dataEditors, grader: 404, editor: 404, owner: 404 },
  },
  { route: 'api/classes/[class]/membership/route.ts', method: 'GET', params: at, answers: everyMember },
  {
    route: 'api/classes/[class]/membership/route.ts',
    method: 'DELETE',
    params: at,
    answers: { ...strangers, student: 200 },
  },
  { route: 'api/classes/[class]/report/route.ts', method: 'GET', params: at, answers: staff },
  {
    route: 'api/classes/[class]/export/route.ts',
    method: 'GET',
    params: at,
    query: () => ({ part: 'students' }),
    answers: dataReaders,
  },
  {
    route: 'api/classes/[class]/grades/route.ts',
    method: 'GET',
    params: at,
    query: () => ({ for: 'canvas' }),
    answers: dataReaders,
  },
  {
    route: 'api/join/[code]/route.ts',
    method: 'GET',
    params: () => ({ code: 'guessed' }),
    answers: { others: 404 },
  },
  {
    route: 'api/join/[code]/route.ts',
    method: 'POST',
    params: () => ({ code: 'guessed' }),
    answers: { others: 404, signedOut: 401 },
  },
]
