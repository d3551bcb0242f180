import { afterEach, describe, expect, it, vi } from 'vitest'
import { listenOn, metricsOn } from '@/lib/server/env'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('where the numbers for Prometheus are read', () => {
  it('is nowhere unless a port is named', () => {
    vi.stubEnv('METRICS_HOST', '10.0.0.7')
    expect(metricsOn()).toBeNull()
  })

  it('is this machine alone, also where the application is open to the network', () => {
    vi.stubEnv('HOST', '0.0.0.0')
    vi.stubEnv('METRICS_PORT', '9464')
    expect(metricsOn()).toEqual({ host: '127.0.0.1', port: 9464 })
    expect(listenOn().host).toBe('0.0.0.0')
  })

  it('is another address where one is named', () => {
    vi.stubEnv('METRICS_PORT', '9464')
    vi.stubEnv('METRICS_HOST', '10.0.0.7')
    expect(metricsOn()).toEqual({ host: '10.0.0.7', port: 9464 })
  })

  it('is refused by the name of what is wrong', () => {
    vi.stubEnv('METRICS_PORT', 'many')
    expect(metricsOn).toThrow('METRICS_PORT is "many"; it must be a whole number from 0 to 65535.')
  })
})
