'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type Language, languages } from '@/lib/core/language'
import { type MathForm, mathForms, readMathForm, writeMathForm } from '../blocks/native-math'
import { ChoiceRow } from '../controls/choice-row'
import { switchLanguage } from '../shell/switch-language'
import { Group } from './group'
import { Row } from './row'
import { readTheme, type Theme, themes, writeTheme } from './theme'

const mathWords = { set: 'mathSet', native: 'mathNative' } as const
const words = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

export function Look({ language }: { language: Language }) {
  const t = useTranslations('settings')
  const shell = useTranslations('shell')
  const [theme, setTheme] = useState<Theme>('system')
  const [math, setMath] = useState<MathForm>('set')
  // The page is prerendered without knowing the choice.
  useEffect(() => {
    setTheme(readTheme())
    setMath(readMathForm())
  }, [])
  return (
    <Group title={t('look')}>
      <Row label={t('language')}>
        <ChoiceRow
          legend={t('language')}
          name="language"
          value={language}
          options={languages.map((value) => ({ value, label: shell(value), lang: value }))}
          onChange={(value) => void switchLanguage(value)}
        />
      </Row>
      <Row label={t('theme')}>
        <ChoiceRow
          legend={t('theme')}
          name="theme"
          value={theme}
          options={themes.map((value) => ({ value, label: t(words[value]) }))}
          onChange={(value) => {
            writeTheme(value)
            setTheme(value)
          }}
        />
      </Row>
      <Row label={t('math')} hint={t('mathHint')}>
        <ChoiceRow
          legend={t('math')}
          name="math"
          value={math}
          options={mathForms.map((value) => ({ value, label: t(mathWords[value]) }))}
          onChange={(value) => {
            writeMathForm(value)
            setMath(value)
          }}
        />
      </Row>
    </Group>
  )
}
