import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ChangeFields } from '@/app/_ui/exam/staff/change-fields'
import { firstChange } from '@/app/_ui/exam/staff/changes'
import type { Language } from '@/lib/core/language'
import { askedQuestions } from '../../../support/asked-questions'

const messagesIn = async (language: Language) => {
  const read = async (file: string) => (await import(`@/app/_i18n/messages/${language}/${file}.json`)).default as object
  const files = ['blocks', 'compute', 'examining', 'review']
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await read(file)])))
}

/** What each kind of key is written with, besides the box that keeps the old one. */
const controls: { readonly [kind: string]: RegExp } = {
  choice: /type="(radio|checkbox)"/,
  order: />↑</,
  match: /<button/,
  text: /<textarea/,
  numbers: /<select/,
}

describe.each(['en', 'zh'] as const)('writing another key, in %s', (language) => {
  it.each(askedQuestions)('has a control for $name, with what counts now in it', async ({ question, key }) => {
    const change = firstChange('key', question)
    if (change === null) throw new Error('no key to begin with')
    const drawn = renderToStaticMarkup(
      <NextIntlClientProvider locale={language} timeZone="UTC" messages={await messagesIn(language)}>
        <ChangeFields question={question} change={change} language="en" onChange={() => {}} />
      </NextIntlClientProvider>,
    )
    expect(drawn).toMatch(controls[key.kind] ?? /never/)
    expect(drawn, 'no name of a message in place of its words').not.toContain('examining.')
  })
})
