import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { becomeOwner, makeOwnerLink } from '@/lib/server/services/owner-link'
import { makeRecoveryLink, openRecoveryLink } from '@/lib/server/services/recovery-link'
import { resetPassword } from '@/lib/server/services/reset-password'
import { signInElsewhere } from '@/lib/server/services/sign-in-elsewhere'
import { startGuest } from '@/lib/server/services/start-guest'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { noon } from '../support/events'

const hashes = vi.hoisted(() => ({ made: 0 }))
vi.mock('@/lib/server/auth/password', async (original) => {
  const real = await original<typeof import('@/lib/server/auth/password')>()
  const hashPassword = (text: string) => {
    hashes.made++
    return real.hashPassword(text)
  }
  return { ...real, hashPassword }
})

const now = new Date(noon)
const password = 'correct horse battery'

describe.each(testedDatabases)('accounts on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  const guest = async () => {
    const made = await startGuest(scratch.db, 'here', now)
    if (!made.ok) throw new Error('a guest was refused')
    return made.value
  }
  const elsewhere = (name: string) => ({
    provider: 'github',
    accountId: name,
    email: `${name}@example.org`,
    name,
  })

  it('close the links that signed a guest in once the guest is a member through another service', async () => {
    const visitor = await guest()
    // A class's staff may hold one of a student on its list.
    const { token } = await makeRecoveryLink(scratch.db, visitor, now)
    expect(await signInElsewhere(scratch.db, visitor, elsewhere('ada'), now)).toEqual({ ok: true, value: visitor })
    expect(await openRecoveryLink(scratch.db, token, now)).toEqual({ ok: false, error: 'link' })
  })

  it('leave a member’s own link open when they come by another service again', async () => {
    const visitor = await guest()
    await signInElsewhere(scratch.db, visitor, elsewhere('bob'), now)
    const { token } = await makeRecoveryLink(scratch.db, visitor, now)
    await signInElsewhere(scratch.db, null, elsewhere('bob'), now)
    expect(await openRecoveryLink(scratch.db, token, now)).toEqual({ ok: true, value: visitor })
  })

  it('are one person for whoever comes back from another service several times at once', async () => {
    const found = await Promise.all(
      Array.from({ length: 4 }, () => signInElsewhere(scratch.db, null, elsewhere('twice'), now)),
    )
    expect(new Set(found.map((one) => (one.ok ? one.value : one.error))).size).toBe(1)
    expect(found[0]?.ok).toBe(true)
    expect(await scratch.db.user.count({ where: { email: 'twice@example.org' } })).toBe(1)
  })

  it('hash no password for a link that opens nothing: anybody may send one, and a hash is dear', async () => {
    hashes.made = 0
    expect(await resetPassword(scratch.db, 'made up', password, now)).toEqual({ ok: false, error: 'link' })
    const form = { token: 'made up', email: 'own@example.org', password, name: 'Own' }
    expect(await becomeOwner(scratch.db, form, now)).toEqual({ ok: false, error: 'link' })
    const other = await makeOwnerLink(scratch.db, 'other@example.org', now)
    const token = other.ok ? other.value : ''
    expect(await becomeOwner(scratch.db, { ...form, token }, now)).toEqual({ ok: false, error: 'other-email' })
    expect(hashes.made).toBe(0)
    expect(await becomeOwner(scratch.db, { ...form, token, email: 'Other@example.org' }, now)).toMatchObject({
      ok: true,
    })
    expect(hashes.made).toBe(1)
  })
})
