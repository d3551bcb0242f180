import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type ClassId, type UserId } from '@/lib/core/id'
import { refuse } from '@/lib/core/result'
import type { Pace } from '@/lib/schedule/class-pace'
import type { ReviewEvent } from '@/lib/schedule/event'
import { assignDeck } from '@/lib/server/services/classes/assign-deck'
import { blockStudent } from '@/lib/server/services/classes/change-member'
import { readDoor } from '@/lib/server/services/classes/class-door'
import { classReport } from '@/lib/server/services/classes/class-report'
import { comeIn } from '@/lib/server/services/classes/come-in'
import { closeClass, createClass } from '@/lib/server/services/classes/create-class'
import { exportGrades, exportReport } from '@/lib/server/services/classes/export-class'
import { invite } from '@/lib/server/services/classes/invite'
import { joinClass, leaveClass } from '@/lib/server/services/classes/join-class'
import { rotateCode } from '@/lib/server/services/classes/join-code'
import { myStanding } from '@/lib/server/services/classes/my-standing'
import { listClasses, readClass } from '@/lib/server/services/classes/read-class'
import { readDesk } from '@/lib/server/services/classes/read-desk'
import { renewSeatLinks, takeClassList } from '@/lib/server/services/classes/seats'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { openRecoveryLink } from '@/lib/server/services/recovery-link'
import { signUpGuest } from '@/lib/server/services/sign-up'
import { sync } from '@/lib/server/services/sync'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { compiledDeck } from '../support/decks'
import { gradeEvent, noon, syncRequest } from '../support/events'
import { agreed, makePeople, type Person } from '../support/people'

const now = new Date(noon)
const visitor = { account: asId<UserId>('looks in'), address: 'address-1' }
const dayMs = 86_400_000
const about = { title: 'Spring', about: 'Tuesdays', zone: 'UTC' }
const today = Math.floor(noon / dayMs)
const weekly: Pace = { kind: 'weekly', cards: 7, from: today - 5 }

describe.each(testedDatabases)('what a class is told on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishDeck(scratch.db, compiledDeck('losses', 'v1'), [], now)
    await publishDeck(scratch.db, compiledDeck('private_x', 'v1'), [], now)
  })
  afterAll(() => scratch.discard())
  const { guest, member } = makePeople(() => scratch.db, 'report', now)

  let events = 0
  const review = async (userId: UserId, at: number, changes: object = {}) => {
    const event = { ...gradeEvent({ id: `report-${events++}`, at, cardId: 'losses/hinge.def' }), ...changes }
    await sync(scratch.db, userId, syncRequest([event as ReviewEvent], { sentAt: null }), new Date(at + 1000))
  }
  const classOf = async (owner: Person, pace: Pace = { kind: 'own' }) => {
    const id = agreed(await createClass(scratch.db, owner, about, now))
    agreed(await assignDeck(scratch.db, owner.id, id, 'losses', pace, now))
    return id
  }
  const codeOf = async (owner: Person, id: ClassId) =>
    agreed(await rotateCode(scratch.db, owner.id, id, 7, now))?.code ?? ''
  const joined = async (owner: Person, id: ClassId, count: number, at = now) => {
    const code = await codeOf(owner, id)
    const students = await Promise.all(Array.from({ length: count }, guest))
    for (const student of students) agreed(await joinClass(scratch.db, student.id, code, at))
    return students
  }
  const reportOf = async (reader: Person, id: ClassId, at = now) =>
    agreed(await classReport(scratch.db, reader.id, id, 'en', at))

  it('is what students did with assigned decks since they joined, and nothing else', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner)
    const students = await joined(owner, id, 5)
    for (const { id: student } of students) {
      await review(student, noon - dayMs, { verdict: 'wrong' })
      await review(student, noon + 1000)
      await review(student, noon + 2000, { cardId: 'private_x/hinge.def', verdict: 'wrong' })
      await review(student, noon + dayMs, { verdict: 'wrong', mistake: 'no-gate' })
    }
    const report = await reportOf(owner, id, new Date(noon + 2 * dayMs))
    expect(report).toMatchObject({
      students: 5,
      reviews: 10,
      concepts: [{ deck: 'losses', concept: 'hinge', students: 5, recalled: { right: 0, of: 5 } }],
      questions: [
        {
          card: 'losses/hinge.def',
          title: 'Hinge',
          students: 5,
          told: {
            answers: { right: 5, of: 10 },
            first: { right: 5, of: 5 },
            mistakes: [{ name: 'no-gate', answers: 5, students: 5 }],
          },
        },
      ],
    })
    expect(report.questions).toHaveLength(1)
    expect(report.standings?.map(({ reviews }) => reviews)).toEqual([2, 2, 2, 2, 2])
    expect(JSON.stringify(report)).not.toContain('private_x')
  })

  it('hides what fewer than five did, counts again when somebody reviews, and forgets who left or was blocked', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner)
    const students = await joined(owner, id, 5)
    for (const student of students.slice(0, 4)) await review(student.id, noon + 1000)
    expect((await reportOf(owner, id)).questions[0]).toMatchObject({ students: 4, told: null })
    const [first, , , , last] = students
    if (!first || !last) throw new Error('five students were made')
    await review(last.id, noon + 1000)
    expect((await reportOf(owner, id)).questions[0]).toMatchObject({ students: 5, told: { answers: { of: 5 } } })
    agreed(await leaveClass(scratch.db, first.id, id))
    expect(await reportOf(owner, id)).toMatchObject({ students: 4, reviews: 4 })
    agreed(await blockStudent(scratch.db, owner.id, id, last.id, true))
    expect(await reportOf(owner, id)).toMatchObject({ students: 3, reviews: 3 })
  })

  it('ends when the class closes', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner)
    const [student] = await joined(owner, id, 1)
    if (!student) throw new Error('one student was made')
    await review(student.id, noon + 1000)
    agreed(await closeClass(scratch.db, owner.id, id, true, new Date(noon + dayMs)))
    await review(student.id, noon + 2 * dayMs)
    expect(await reportOf(owner, id, new Date(noon + 3 * dayMs))).toMatchObject({ reviews: 1 })
  })

  it('names no student to whom content alone is entrusted, in no file either', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner)
    await joined(owner, id, 1)
    const author = await member()
    const invitation = { content: 'editor', studentData: 'none', student: false, note: '' } as const
    agreed(await comeIn(scratch.db, author, agreed(await invite(scratch.db, owner.id, id, invitation, now)), now))
    expect(await reportOf(author, id)).toMatchObject({ students: 1, standings: null })
    expect(await exportReport(scratch.db, author.id, id, 'students', 'en', now)).toEqual(refuse('class-role'))
    expect(await exportGrades(scratch.db, author.id, id, 'canvas', 'en', now)).toEqual(refuse('class-role'))
    const whole = agreed(await exportReport(scratch.db, author.id, id, 'all', 'en', now))
    expect(JSON.parse(whole.text)).toMatchObject({ standings: null })
    expect((await exportReport(scratch.db, author.id, id, 'questions', 'en', now)).ok).toBe(true)
  })

  it('says who is on track by the pace, to the staff and to the student alike', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner, weekly)
    const [ahead, behind] = await joined(owner, id, 2)
    if (!ahead || !behind) throw new Error('two students were made')
    await review(ahead.id, noon + 1000)
    const standings = (await reportOf(owner, id)).standings ?? []
    const of = (person: Person) => standings.find((one) => one.id === person.id)
    expect([of(ahead)?.onTrack, of(behind)?.onTrack]).toEqual([true, false])
    const own = agreed(await myStanding(scratch.db, behind.id, id, 'en', now))
    expect(own).toEqual([{ deck: 'losses', total: 1, begun: 0, paced: { wanted: 1, begun: 0 } }])
    expect(own).toEqual(of(behind)?.decks)
  })

  it('counts a card begun before joining only once it is answered again', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner)
    const student = await guest()
    await review(student.id, noon - 5 * dayMs)
    agreed(await joinClass(scratch.db, student.id, await codeOf(owner, id), now))
    const begun = async () => {
      const [own] = agreed(await myStanding(scratch.db, student.id, id, 'en', now))
      const told = (await reportOf(owner, id)).standings?.find((one) => one.id === student.id)?.decks[0]
      expect(told).toEqual(own)
      return own?.begun
    }
    expect(await begun()).toBe(0)
    await review(student.id, noon + 1000)
    expect(await begun()).toBe(1)
    agreed(await closeClass(scratch.db, owner.id, id, true, now))
    expect(await begun(), 'a class that was closed before hears nothing of it').toBe(0)
  })

  it('stands in grade files under the number and address of each student', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner)
    agreed(await takeClassList(scratch.db, owner.id, id, 'Ann,17\n', false, now))
    const canvas = agreed(await exportGrades(scratch.db, owner.id, id, 'canvas', 'en', now))
    expect(canvas.text.split('\r\n').slice(0, 3)).toEqual([
      'Student,ID,SIS User ID,SIS Login ID,Section,Losses',
      '"    Points Possible",,,,,1',
      'Ann,,17,,,0',
    ])
    const moodle = agreed(await exportGrades(scratch.db, owner.id, id, 'moodle', 'zh', now))
    expect(moodle.text.split('\r\n').slice(0, 2)).toEqual(['ID number,Email address,Full name,损失函数', '17,,Ann,0'])
  })

  it('is shown before somebody joins: the decks, and who will read what', async () => {
    const owner = await member('instructor', 'Ada')
    const id = await classOf(owner)
    const code = await codeOf(owner, id)
    expect(agreed(await readDoor(scratch.db, visitor, code, 'en', now))).toEqual({
      id,
      title: 'Spring',
      about: 'Tuesdays',
      simulated: false,
      decks: [{ title: 'Losses', cards: 1 }],
      readers: ['Ada'],
      student: true,
      content: 'none',
      studentData: 'none',
    })
    const token = agreed(
      await invite(
        scratch.db,
        owner.id,
        id,
        { content: 'viewer', studentData: 'viewer', student: false, note: '' },
        now,
      ),
    )
    expect(agreed(await readDoor(scratch.db, visitor, token, 'en', now))).toMatchObject({
      student: false,
      studentData: 'viewer',
    })
    expect(await readDoor(scratch.db, visitor, 'guessed', 'en', now)).toEqual(refuse('class-code'))
    for (let tries = 0; tries < 117; tries++) await readDoor(scratch.db, visitor, 'guessed', 'en', now)
    expect(await readDoor(scratch.db, visitor, code, 'en', now)).toEqual(refuse('too-many'))
    const another = { ...visitor, account: asId<UserId>('another') }
    expect((await readDoor(scratch.db, another, code, 'en', now)).ok, 'another account of the class').toBe(true)
    const full = { where: { key: 'class-code:look-from:address-1' }, data: { count: 3000 } }
    await scratch.db.rateLimit.updateMany(full)
    expect(await readDoor(scratch.db, another, code, 'en', now), 'many accounts').toEqual(refuse('too-many'))
  })

  it('is told whatever a student’s device claims to have shown', async () => {
    const owner = await member('instructor')
    const id = await classOf(owner)
    for (const { id: student } of await joined(owner, id, 5)) {
      await review(student, noon + 1000, { given: 'no numbers' })
      await review(student, noon + 2000, { given: { x: 'half a sign: \ud83d, none: \0' } })
    }
    const [question] = (await reportOf(owner, id)).questions
    expect(question?.told?.variants.map(({ label, students }) => [label, students])).toEqual([
      ['no numbers', 5],
      [expect.stringMatching(/^x = half a sign: .+, none: /), 5],
    ])
  })

  it('asks what the deck asks now, as soon as it is published anew', async () => {
    await publishDeck(scratch.db, compiledDeck('renewed', 'v1', 'Hinge?'), [], now)
    const owner = await member('instructor')
    const id = await classOf(owner)
    agreed(await assignDeck(scratch.db, owner.id, id, 'renewed', { kind: 'own' }, now))
    const titles = async () => (await reportOf(owner, id)).questions.map(({ title }) => title)
    expect(await titles()).toEqual(['Hinge', 'Hinge?'])
    await publishDeck(scratch.db, compiledDeck('renewed', 'v2', 'What is a hinge?'), [], now)
    expect(await titles()).toEqual(['Hinge', 'What is a hinge?'])
  })

  it('stands in the lists of its members, and shows the staff what their role reaches', async () => {
    const owner = await member('instructor', 'Ada')
    const id = await classOf(owner)
    const [student] = await joined(owner, id, 1)
    if (!student) throw new Error('one student was made')
    expect(await listClasses(scratch.db, student.id)).toMatchObject([{ id, student: true, decks: 1, students: 1 }])
    expect(agreed(await readClass(scratch.db, student.id, id, 'zh', now))).toMatchObject({
      title: 'Spring',
      today,
      readers: ['Ada'],
      decks: [{ deck: 'losses', title: '损失函数', cards: 1, sections: [{ id: 'hinge', cards: 1 }] }],
      mine: { joinedAt: noon, seatLinkAt: null },
    })
    expect(await readDesk(scratch.db, student.id, id, now)).toEqual(refuse('class-role'))
    expect(agreed(await readDesk(scratch.db, owner.id, id, now))).toMatchObject({
      staff: [{ id: owner.id, name: 'Ada', content: 'owner' }],
      students: [{ id: student.id, student: 'learning', seat: false }],
      code: { until: noon + 7 * dayMs },
      invitations: 0,
    })
  })

  describe('students from a class list', () => {
    it('are told first and made second, each with a link that signs them in once', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const text = 'name,number,label\nAnn,17,extra time\n,18,\nBo,19,\n'
      const trial = agreed(await takeClassList(scratch.db, owner.id, id, text, true, now))
      expect(trial).toMatchObject({
        links: [],
        rows: [
          { name: 'Ann', fault: null, there: false },
          { line: 3, fault: 'no-name' },
          { name: 'Bo', fault: null },
        ],
      })
      expect(await reportOf(owner, id)).toMatchObject({ students: 0 })
      const taken = agreed(await takeClassList(scratch.db, owner.id, id, text, false, now))
      expect(taken.links.map(({ name, number }) => [name, number])).toEqual([
        ['Ann', '17'],
        ['Bo', '19'],
      ])
      const token = taken.links[0]?.path.split('/').at(-1) ?? ''
      const ann = agreed(await openRecoveryLink(scratch.db, token, now))
      expect(await openRecoveryLink(scratch.db, token, now)).toEqual(refuse('link'))
      expect(agreed(await readClass(scratch.db, ann, id, 'en', now)).mine).toEqual({ joinedAt: noon, seatLinkAt: noon })
      const again = agreed(await takeClassList(scratch.db, owner.id, id, text, false, now))
      expect(again.links).toEqual([])
      expect(again.rows.map(({ there }) => there)).toEqual([true, false, true])
    })

    it('get another link from the staff only until they have an account of their own, and are told', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const taken = agreed(await takeClassList(scratch.db, owner.id, id, 'Ann,17\n', false, now))
      const ann = agreed(await openRecoveryLink(scratch.db, taken.links[0]?.path.split('/').at(-1) ?? '', now))
      const later = new Date(noon + dayMs)
      const renewed = agreed(await renewSeatLinks(scratch.db, owner.id, id, [ann], later))
      expect(renewed).toMatchObject([{ name: 'Ann', number: '17' }])
      expect(agreed(await readClass(scratch.db, ann, id, 'en', later)).mine?.seatLinkAt).toBe(later.getTime())
      agreed(
        await signUpGuest(
          scratch.db,
          ann,
          { email: `ann-${id}@example.org`, password: 'four words in a row', name: '', code: '' },
          later,
        ),
      )
      const held = renewed[0]?.path.split('/').at(-1) ?? ''
      expect(await openRecoveryLink(scratch.db, held, later), 'the staff holds no key to the account').toEqual(
        refuse('link'),
      )
      expect(await renewSeatLinks(scratch.db, owner.id, id, [ann], later)).toEqual(refuse('not-found'))
      const [student] = await joined(owner, id, 1)
      if (!student) throw new Error('one student was made')
      expect(await renewSeatLinks(scratch.db, owner.id, id, [student.id], later)).toEqual(refuse('not-found'))
    })

    it('are there once, when one list is sent twice at the same moment', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const take = () => takeClassList(scratch.db, owner.id, id, 'Ann,17\nBo,18\n', false, now)
      const both = await Promise.all([take(), take(), take()])
      expect(both.flatMap((one) => agreed(one).links)).toHaveLength(2)
      expect(await scratch.db.classMember.count({ where: { classId: id, student: 'learning' } })).toBe(2)
    })

    it('are refused by the list when it is empty or too long', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      expect(await takeClassList(scratch.db, owner.id, id, '\n', true, now)).toEqual(refuse('class-list'))
      const long = Array.from({ length: 501 }, (_, at) => `Student ${at}`).join('\n')
      expect(await takeClassList(scratch.db, owner.id, id, long, true, now)).toEqual(refuse('class-list'))
    })
  })
})
