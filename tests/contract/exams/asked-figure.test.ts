import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leaveClass } from '@/lib/server/services/classes/join-class'
import { readFigure } from '@/lib/server/services/figures'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { makeWorld, type World } from '../access/world'

describe.each(testedDatabases)('a figure of a bank that no student reads, on $name', ({ make }) => {
  let scratch: OpenScratch
  let world: World
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  const seenBy = async (role: 'student' | 'learner' | 'blocked' | 'left', name = world.figure) =>
    (await readFigure(scratch.db, world.people[role], world.bank, name)) !== null

  it('is shown to whoever is asked with it in an exam they have begun, and to nobody else', async () => {
    world = await makeWorld(scratch.db, new Date(noon))
    await scratch.db.classDeck.deleteMany({ where: { classId: world.classId } })
    await scratch.db.deckFigure.create({ data: { deckId: world.bank, name: 'other.svg', data: new Uint8Array([60]) } })
    const contents = JSON.stringify({ en: { src: `/figures/${world.bank}/${world.figure}` } })
    expect(await seenBy('student')).toBe(false)
    await scratch.db.examItem.updateMany({ where: { examId: world.exam }, data: { deckId: world.bank, contents } })
    expect(await seenBy('student')).toBe(true)
    expect(await seenBy('student', 'other.svg')).toBe(false)
    for (const role of ['learner', 'blocked', 'left'] as const) expect(await seenBy(role), role).toBe(false)
    expect(await readFigure(scratch.db, null, world.bank, world.figure)).toBeNull()
    await leaveClass(scratch.db, world.people.student, world.classId)
    expect(await seenBy('student')).toBe(false)
  })

  it('is not shown before the exam is begun', async () => {
    world = await makeWorld(scratch.db, new Date(noon))
    await scratch.db.classDeck.deleteMany({ where: { classId: world.classId } })
    const contents = JSON.stringify({ en: { src: `/figures/${world.bank}/${world.figure}` } })
    await scratch.db.examItem.updateMany({ where: { examId: world.exam }, data: { deckId: world.bank, contents } })
    await scratch.db.examAttempt.deleteMany({ where: { examId: world.exam } })
    expect(await seenBy('student')).toBe(false)
  })
})
