'use client'

import type { Language } from '@/lib/core/language'
import styles from './language-link.module.css'
import { switchLanguage } from './switch-language'

/** Leads to the other language, named in that language. */
export function LanguageLink({ to, label }: { to: Language; label: string }) {
  return (
    <button
      type="button"
      className={styles.link}
      lang={to === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void switchLanguage(to)}
    >
      {label}
    </button>
  )
}
