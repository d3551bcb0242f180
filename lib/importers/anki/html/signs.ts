/** Signs that stand for something while HTML becomes Markdown; a field's own such characters are dropped first. */
export const signs = {
  formula: '\ue000',
  formulaEnd: '\ue001',
  gap: '\ue002',
  gapEnd: '\ue003',
  hint: '\ue004',
  line: '\ue005',
} as const

export const withoutSigns = (text: string): string => text.replace(/[\ue000-\ue00f]/g, '')
