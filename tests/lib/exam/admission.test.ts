import { describe, expect, it } from 'vitest'
import { mayBegin, type Sitter } from '@/lib/exam/admission'

const opensAt = 1000
const somebody = (rest: Partial<Sitter> = {}): Omit<Sitter, 'labels'> => ({
  listed: false,
  guest: false,
  joinedAt: 500,
  ...rest,
})

describe('who begins an exam without asking', () => {
  it('is whoever the staff put on the class list, guests and late ones too', () => {
    for (const kind of ['listed', 'joined'] as const)
      expect(mayBegin(kind, somebody({ listed: true, guest: true, joinedAt: 2000 }), { opensAt })).toBe(true)
  })

  it('is an account that joined before it opened, where the author wants that', () => {
    expect(mayBegin('joined', somebody(), { opensAt })).toBe(true)
    expect(mayBegin('listed', somebody(), { opensAt })).toBe(false)
  })

  it('is never an unlisted guest, or an account that came once the paper could be seen', () => {
    expect(mayBegin('joined', somebody({ guest: true }), { opensAt })).toBe(false)
    expect(mayBegin('joined', somebody({ joinedAt: 1001 }), { opensAt })).toBe(false)
  })
})
