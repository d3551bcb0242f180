'use client'

import type { Language } from '@/lib/core/language'

/** The live question of the welcome page. */
export function WelcomeCard({ language }: { language: Language }) {
  return <div lang={language} />
}
