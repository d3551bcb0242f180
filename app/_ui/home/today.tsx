'use client'

import type { Language } from '@/lib/core/language'

export function Today({ language }: { language: Language }) {
  return <div lang={language} />
}
