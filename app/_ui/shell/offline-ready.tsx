'use client'

import { useEffect } from 'react'
import type { Language } from '@/lib/core/language'
import { listenForInstall } from '../install/install-prompt'

/** Makes the learner's pages usable without a network, once the page has nothing better to do. */
export function OfflineReady({ language }: { language: Language }) {
  useEffect(listenForInstall, [])
  useEffect(() => {
    void import('@/lib/client/register-service-worker').then(({ registerServiceWorker }) =>
      registerServiceWorker(language),
    )
  }, [language])
  return null
}
