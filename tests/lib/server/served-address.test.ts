import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rememberAddress, servedAddress } from '@/lib/server/served-address'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradeck-address-'))
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('PUBLIC_URL', '')
  vi.stubEnv('PORT', '3999')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

it('a command beside the server finds the address the server was told', () => {
  rememberAddress()
  vi.stubEnv('PORT', '')
  expect(servedAddress()).toBe('http://localhost:3999')
})

it('what the command itself is told counts more', () => {
  rememberAddress()
  vi.stubEnv('PORT', '4000')
  expect(servedAddress()).toBe('http://localhost:4000')
})

it('without a server yet, it is the address a start would have', () => {
  vi.stubEnv('PORT', '')
  expect(servedAddress()).toBe('http://localhost:3000')
})
