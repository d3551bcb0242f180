import { afterEach, beforeEach, expect, vi } from 'vitest'

// Anything printed is either a forgotten debug line or a warning nobody reads: both fail the test that caused them.
const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
const printed: string[] = []

beforeEach(() => {
  printed.length = 0
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      printed.push(`console.${method}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(printed, 'a test printed to the console').toEqual([])
})
