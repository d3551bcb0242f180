import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const macOs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

const onPath = (name: string): string | undefined => {
  const { stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' })
  return stdout?.split('\n')[0]?.trim() || undefined
}

/** CHROMIUM_PATH, then an installed Chromium or Chrome, then Playwright's own. None is an error, never a skip. */
export const findBrowser = (): string => {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file. Point it at a Chromium or unset it.`)
  }
  const found =
    installed.map(onPath).find(Boolean) ?? [macOs, chromium.executablePath()].find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'The browser tests need a Chromium. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name it with CHROMIUM_PATH.',
  )
}
