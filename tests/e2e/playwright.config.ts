import { defineConfig } from '@playwright/test'
import { findBrowser } from './browser'

export default defineConfig({
  testDir: '.',
  globalSetup: './publish-once.ts',
  outputDir: '../../test-results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // One application and one browser at a time: a laptop has few cores, and software WebGL wants one.
  workers: 1,
  retries: 0,
  use: {
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
})
