import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type UserId } from '@/lib/core/id'
import { checkPassword, hashPassword } from '@/lib/server/auth/password'
import { scratchSqlite } from '@/lib/server/db/scratch'
import { appoint } from '@/lib/server/services/appoint'
import { deleteAccount } from '@/lib/server/services/delete-account'
import { endSessions } from '@/lib/server/services/end-sessions'
import { becomeOwner, makeFirstOwnerLink, makeOwnerLink } from '@/lib/server/services/owner-link'
import { readAccount } from '@/lib/server/services/read-account'
import { makeRecoveryLink, openRecoveryLink } from '@/lib/server/services/recovery-link'
import { makeResetLink, resetPassword } from '@/lib/server/services/reset-password'
import { signIn } from '@/lib/server/services/sign-in'
import { signInElsewhere } from '@/lib/server/services/sign-in-elsewhere'
import { signUpGuest, signUpNew } from '@/lib/server/services/sign-up'
import { setSignUpMode } from '@/lib/server/services/sign-up-mode'
import { startGuest } from '@/lib/server/services/start-guest'
import { sync } from '@/lib/server/services/sync'
import { type OpenScratch, openScratch } from '../../support/databases'
import { gradeEvent, noon, syncRequest } from '../../support/events'

const now = new Date(noon)
const hour = 3_600_000
const password = 'correct horse battery'
const form = (email: string, code = '') => ({ email, password, name: 'Ada', code })

let scratch: OpenScratch
beforeAll(async () => {
  scratch = await openScratch(scratchSqlite)
})
afterAll(() => scratch.discard())

let people = 0
const guest = async (): Promise<UserId> => {
  const made = await startGuest(scratch.db, `a${people++}`, now)
  if (!made.ok) throw new Error('a guest was refused')
  return made.value
}
const enter = (email: string, secret = password, address = 'home') =>
  signIn(scratch.db, { email, password: secret, address }, now)

describe('passwords', () => {
  it('are told apart, whichever way an accent was typed, and never stored as they are', async () => {
    const stored = await hashPassword('caf\u00e9 au lait!')
    expect(stored).not.toContain('lait')
    expect(await checkPassword('cafe\u0301 au lait!', stored)).toBe(true)
    expect(await checkPassword('cafe au lait!', stored)).toBe(false)
    expect(await checkPassword('', null)).toBe(false)
  })
})

describe('signing up', () => {
  it('keeps everything of the guest: the same person, the same reviews', async () => {
    const userId = await guest()
    await sync(scratch.db, userId, syncRequest([gradeEvent({ id: 'kept' })]), now)
    expect(await signUpGuest(scratch.db, userId, form(' Ada@Example.org '), now)).toEqual({ ok: true, value: userId })
    expect(await enter('ada@example.ORG')).toEqual({ ok: true, value: userId })
    const account = await readAccount(scratch.db, userId, 1, now)
    expect(account).toEqual({ id: userId, kind: 'member', email: 'ada@example.org', name: 'Ada', role: 'learner' })
    expect((await sync(scratch.db, userId, syncRequest([]), now)).events.map((event) => event.id)).toEqual(['kept'])
  })

  it('is refused for an address that has an account, a short password and a bad address', async () => {
    await signUpNew(scratch.db, form('taken@example.org'), now)
    const refused = async (changes: object) => signUpNew(scratch.db, { ...form('new@example.org'), ...changes }, now)
    expect(await refused({ email: 'Taken@example.org' })).toEqual({ ok: false, error: 'taken' })
    expect(await refused({ password: 'too short' })).toEqual({ ok: false, error: 'short-password' })
    expect(await refused({ email: 'nobody' })).toEqual({ ok: false, error: 'bad-email' })
    expect(await signUpGuest(scratch.db, await guest(), form('taken@example.org'), now)).toEqual({
      ok: false,
      error: 'taken',
    })
  })

  it('can need a code or be closed', async () => {
    await setSignUpMode(scratch.db, { mode: 'code', code: 'autumn' })
    expect(await signUpNew(scratch.db, form('c1@example.org', 'winter'), now)).toEqual({
      ok: false,
      error: 'wrong-code',
    })
    expect(await signUpNew(scratch.db, form('c1@example.org', ' autumn '), now)).toMatchObject({ ok: true })
    await setSignUpMode(scratch.db, { mode: 'code', code: '' })
    expect(await signUpNew(scratch.db, form('c2@example.org'), now)).toEqual({ ok: false, error: 'wrong-code' })
    await setSignUpMode(scratch.db, { mode: 'closed' })
    expect(await signUpNew(scratch.db, form('c3@example.org'), now)).toEqual({ ok: false, error: 'closed' })
    await setSignUpMode(scratch.db, { mode: 'open' })
  })
})

describe('signing in', () => {
  it('answers alike for a wrong password and an unknown address', async () => {
    await signUpNew(scratch.db, form('in@example.org'), now)
    expect(await enter('in@example.org', 'wrong horse')).toEqual({ ok: false, error: 'wrong' })
    expect(await enter('unknown@example.org')).toEqual({ ok: false, error: 'wrong' })
  })

  it('is slowed for whoever guesses, not for the account’s owner elsewhere', async () => {
    await signUpNew(scratch.db, form('guessed@example.org'), now)
    for (let n = 0; n < 10; n++) await enter('guessed@example.org', 'guess', 'attacker')
    expect(await enter('guessed@example.org', password, 'attacker')).toEqual({ ok: false, error: 'too-many' })
    expect(await enter('guessed@example.org')).toMatchObject({ ok: true })
  })

  it('through another service makes one person, keeps the guest, and never takes over an address', async () => {
    const visitor = await guest()
    const elsewhere = { provider: 'github', accountId: '7', email: 'Oauth@example.org', name: 'Octo' }
    expect(await signInElsewhere(scratch.db, visitor, elsewhere, now)).toEqual({ ok: true, value: visitor })
    expect(await signInElsewhere(scratch.db, null, { ...elsewhere, email: null }, now)).toEqual({
      ok: true,
      value: visitor,
    })
    expect(await signInElsewhere(scratch.db, null, { ...elsewhere, accountId: '8' }, now)).toEqual({
      ok: false,
      error: 'taken',
    })
  })

  it('ends everywhere at once', async () => {
    const userId = await guest()
    expect(await readAccount(scratch.db, userId, 1, now)).toMatchObject({ kind: 'guest' })
    await endSessions(scratch.db, userId, now)
    expect(await readAccount(scratch.db, userId, 1, now)).toBeNull()
    expect(await readAccount(scratch.db, asId<UserId>('nobody'), 1, now)).toBeNull()
  })
})

describe('appointing an instructor', () => {
  it('gives the role and takes it back, but never takes a server from its owner', async () => {
    const userId = await guest()
    await signUpGuest(scratch.db, userId, form('teacher@example.org'), now)
    const roleOf = async () => (await scratch.db.user.findUniqueOrThrow({ where: { id: userId } })).role
    expect(await appoint(scratch.db, 'Teacher@example.org', 'instructor')).toEqual({ ok: true, value: null })
    expect(await roleOf()).toBe('instructor')
    await appoint(scratch.db, 'teacher@example.org', 'learner')
    expect(await roleOf()).toBe('learner')
    await scratch.db.user.update({ where: { id: userId }, data: { role: 'owner' } })
    expect(await appoint(scratch.db, 'teacher@example.org', 'learner')).toEqual({ ok: false, error: 'owner' })
    expect(await appoint(scratch.db, 'nobody@example.org', 'learner')).toEqual({ ok: false, error: 'unknown' })
    await deleteAccount(scratch.db, 'teacher@example.org', new Date(noon))
  })
})

describe('deleting an account', () => {
  it('removes everything of it, and nobody else’s', async () => {
    const [gone, stays] = [await guest(), await guest()]
    await signUpGuest(scratch.db, gone, form('gone@example.org'), now)
    await sync(scratch.db, gone, syncRequest([gradeEvent({ id: 'gone' })]), now)
    await sync(scratch.db, stays, syncRequest([gradeEvent({ id: 'stays' })]), now)
    await makeRecoveryLink(scratch.db, gone, now)
    expect(await deleteAccount(scratch.db, 'Gone@example.org', new Date(noon))).toEqual({ ok: true, value: 1 })
    expect(await scratch.db.reviewEvent.count({ where: { userId: gone } })).toBe(0)
    expect(await scratch.db.cardState.count({ where: { userId: gone } })).toBe(0)
    expect(await scratch.db.oneTimeLink.count({ where: { userId: gone } })).toBe(0)
    expect(await scratch.db.reviewEvent.count({ where: { userId: stays } })).toBe(1)
    expect(await deleteAccount(scratch.db, 'gone@example.org', new Date(noon))).toEqual({ ok: false, error: 'unknown' })
  })
})

describe('one-time links', () => {
  const open = async (token: string, at = now) => (await openRecoveryLink(scratch.db, token, at)).ok

  it('open once', async () => {
    const userId = await guest()
    const { token } = await makeRecoveryLink(scratch.db, userId, now)
    expect(await openRecoveryLink(scratch.db, token, now)).toEqual({ ok: true, value: userId })
    expect(await open(token)).toBe(false)
  })

  it('open for one of many who try at once', async () => {
    const { token } = await makeRecoveryLink(scratch.db, await guest(), now)
    const tries = await Promise.all(Array.from({ length: 6 }, () => open(token)))
    expect(tries.filter(Boolean)).toHaveLength(1)
  })

  it('close with time, with a newer link, and for another purpose', async () => {
    const userId = await guest()
    const first = await makeRecoveryLink(scratch.db, userId, now)
    const second = await makeRecoveryLink(scratch.db, userId, now)
    expect(await open(first.token)).toBe(false)
    expect(await resetPassword(scratch.db, second.token, password, now)).toEqual({ ok: false, error: 'link' })
    expect(await open(second.token, new Date(noon + hour))).toBe(false)
    expect(await open(second.token)).toBe(true)
  })

  it('lead nobody back who has been signed out everywhere', async () => {
    const userId = await guest()
    const before = await makeRecoveryLink(scratch.db, userId, now)
    await endSessions(scratch.db, userId, now)
    expect(await open(before.token)).toBe(false)
    const made = await signUpNew(scratch.db, form('robbed@example.org'), now)
    if (!made.ok) throw new Error('the account was refused')
    const recovery = await makeRecoveryLink(scratch.db, made.value, now)
    const reset = await makeResetLink(scratch.db, 'robbed@example.org', now)
    await resetPassword(scratch.db, reset.ok ? reset.value : '', 'a new long one', now)
    expect(await open(recovery.token)).toBe(false)
  })

  it('are kept as hashes only', async () => {
    const { token } = await makeRecoveryLink(scratch.db, await guest(), now)
    expect(JSON.stringify(await scratch.db.oneTimeLink.findMany())).not.toContain(token)
  })

  it('set a new password and end every session', async () => {
    const made = await signUpNew(scratch.db, form('forgot@example.org'), now)
    const link = await makeResetLink(scratch.db, 'Forgot@example.org', now)
    const token = link.ok ? link.value : ''
    expect(await resetPassword(scratch.db, token, 'short', now)).toEqual({ ok: false, error: 'short-password' })
    expect(await resetPassword(scratch.db, token, 'a new long one', now)).toEqual({
      ok: true,
      value: { email: 'forgot@example.org' },
    })
    expect(await enter('forgot@example.org')).toEqual({ ok: false, error: 'wrong' })
    expect(await enter('forgot@example.org', 'a new long one')).toMatchObject({ ok: true })
    expect(made.ok && (await readAccount(scratch.db, made.value, 1, now))).toBeNull()
    expect(await makeResetLink(scratch.db, 'nobody@example.org', now)).toEqual({ ok: false, error: 'unknown' })
  })

  it('make the owner: printed on the first start only, for the address they were made for', async () => {
    const token = (await makeFirstOwnerLink(scratch.db, now)) ?? ''
    expect(token).not.toBe('')
    expect(await makeFirstOwnerLink(scratch.db, now)).toBeNull()
    const own = (email: string, linkToken: string) =>
      becomeOwner(scratch.db, { token: linkToken, email, password, name: 'Own' }, now)
    expect(await own('owner@example.org', token)).toEqual({ ok: true, value: { email: 'owner@example.org' } })
    expect(await own('thief@example.org', token)).toEqual({ ok: false, error: 'link' })
    const second = await makeOwnerLink(scratch.db, 'second@example.org', now)
    const secondToken = second.ok ? second.value : ''
    expect(await own('thief@example.org', secondToken)).toEqual({ ok: false, error: 'other-email' })
    expect(await own('second@example.org', secondToken)).toMatchObject({ ok: true })
    expect(await scratch.db.user.count({ where: { role: 'owner' } })).toBe(2)
  })
})
