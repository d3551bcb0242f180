import type { PageEntry } from './entry'

const shell = (page: string): PageEntry => ({ page, reads: 'nothing' })

/** Every page below `app/[locale]`. */
export const pages: readonly PageEntry[] = [
  { page: '(account)/sign-up/page.tsx', reads: 'public', service: 'sign-up-mode' },
  { page: '(house)/page.tsx', reads: 'public', service: 'welcome-card' },
  { page: '(house)/course/page.tsx', reads: 'as reader', service: 'read-deck-about' },
  { page: '(house)/course/[deck]/[section]/page.tsx', reads: 'as reader', service: 'read-section' },
  { page: '(house)/course/[deck]/concept/page.tsx', reads: 'as reader', service: 'list-concepts' },
  { page: '(house)/course/[deck]/concept/[concept]/page.tsx', reads: 'as reader', service: 'find-section' },
  ...[
    '(account)/owner/[token]/page.tsx',
    '(account)/recover/[token]/page.tsx',
    '(account)/reset/[token]/page.tsx',
    '(account)/sign-in/page.tsx',
    '(house)/[...rest]/page.tsx',
    '(house)/browse/page.tsx',
    '(house)/corrections/page.tsx',
    '(house)/engine/page.tsx',
    '(house)/import/page.tsx',
    '(house)/licences/page.tsx',
    '(house)/offline/page.tsx',
    '(house)/privacy/page.tsx',
    '(house)/progress/page.tsx',
    '(house)/settings/decks/page.tsx',
    '(house)/settings/memory/page.tsx',
    '(house)/settings/page.tsx',
    '(house)/settings/plan/page.tsx',
    '(house)/shared/[token]/page.tsx',
    '(house)/teach/[bank]/page.tsx',
    '(house)/teach/[bank]/print/page.tsx',
    '(house)/teach/import/page.tsx',
    '(house)/teach/page.tsx',
    '(house)/exams/[exam]/page.tsx',
    '(house)/exams/page.tsx',
    '(house)/teach/exams/[exam]/page.tsx',
    '(learn)/exams/[exam]/take/page.tsx',
    '(learn)/practice/page.tsx',
    '(learn)/review/page.tsx',
  ].map(shell),
]
