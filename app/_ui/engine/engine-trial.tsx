'use client'

import { useEffect, useState } from 'react'
import { browserName } from '@/lib/client/engine-trial/report'
import type { Language } from '@/lib/core/language'
import { BankPanel } from './bank-panel'
import { DeviceFacts } from './device-facts'
import styles from './engine.module.css'
import { graphicsName } from './graphics-name'
import { ReportPanel } from './report-panel'
import { useEngineTrial } from './use-engine-trial'

const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** How this device computes: what the engine runs on, how fast it starts, and how closely it agrees on every question. */
export function EngineTrial({ language }: { language: Language }) {
  const { probing, bank, run, stop } = useEngineTrial(language)
  const [device, setDevice] = useState<{ readonly browser: string; readonly graphics: string | null } | null>(null)
  useEffect(() => setDevice({ browser: browserName(navigator.userAgent), graphics: graphicsName() }), [])
  const probe = probing.kind === 'probed' && probing.result.ok ? probing.result.value : null
  return (
    <div className={styles.page}>
      <DeviceFacts probing={probing} graphics={device?.graphics ?? null} />
      <BankPanel bank={bank} onRun={run} onStop={stop} />
      {device === null || probing.kind === 'running' || bank.kind === 'reading' || bank.kind === 'running' ? null : (
        <ReportPanel
          report={{ ...device, date: today(), decks: bank.decks, questions: bank.total, probe, results: bank.results }}
        />
      )}
    </div>
  )
}
