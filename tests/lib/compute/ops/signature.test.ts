import { describe, expect, it } from 'vitest'
import { opByName } from '@/lib/compute/ops/list'
import { signatureOf } from '@/lib/compute/ops/signature'

const called = (name: string) => {
  const op = opByName.get(name)
  if (op === undefined) throw new Error(`There is no ${name}.`)
  return signatureOf(op)
}

describe('how an op is called', () => {
  it('names its arguments in order, with what stands for those left out', () => {
    expect(called('relu')).toBe('relu(x)')
    expect(called('softmax')).toBe('softmax(x, axis=-1)')
    expect(called('concat')).toMatch(/^concat\(\[\w+, \.\.\], axis=0\)$/)
    expect(called('sum')).toContain('axis?')
  })
})
