'use client'

import { useSyncExternalStore } from 'react'

/** What Chromium hands a page that may be installed; other browsers install from their own menu. */
interface InstallEvent extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

export type Install =
  /** Runs as an application already, or the browser cannot install. */
  | { readonly kind: 'none' }
  | { readonly kind: 'prompt'; readonly install: () => Promise<void> }
  /** Installed by hand, from the share sheet. */
  | { readonly kind: 'share' }

const listeners = new Set<() => void>()
const none: Install = { kind: 'none' }
const share: Install = { kind: 'share' }
let current: Install = none

const tell = (next: Install): void => {
  current = next
  for (const listener of [...listeners]) listener()
}

const isInstallEvent = (event: Event): event is InstallEvent => 'prompt' in event

/** Only Safari on a phone or tablet says whether it was opened from the home screen. */
const installsByHand = (): boolean => 'standalone' in navigator && navigator.standalone === false

/** Begins to listen: the browser offers once, soon after the page has come. */
export const listenForInstall = (): void => {
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallEvent(event)) return
    // Without this the browser shows a bar of its own, over the grade buttons.
    event.preventDefault()
    tell({
      kind: 'prompt',
      install: async () => {
        if ((await event.prompt()).outcome === 'accepted') tell(none)
      },
    })
  })
  window.addEventListener('appinstalled', () => tell(none))
  if (installsByHand()) tell(share)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useInstall = (): Install =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => none,
  )
