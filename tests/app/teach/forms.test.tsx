import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/editor.json'
import enTeach from '@/app/_i18n/messages/en/teach.json'
import zh from '@/app/_i18n/messages/zh/editor.json'
import zhTeach from '@/app/_i18n/messages/zh/teach.json'
import { FormField } from '@/app/_ui/teach/editor/form-field'
import { type FormGround, FormGroundHere } from '@/app/_ui/teach/editor/form-ground'
import { isRecord } from '@/app/_ui/teach/editor/form-values'
import { startOf } from '@/app/_ui/teach/editor/new-card'
import { fieldsAfter, fieldsBefore } from '@/lib/cards/form'
import { cardFormOf, cardForms } from '@/lib/cards/forms'
import { itemValue } from '@/lib/content/yaml/edit-item'
import type { Language } from '@/lib/core/language'

const words = { en: { editor: en, teach: enTeach }, zh: { editor: zh, teach: zhTeach } }

const ground: Omit<FormGround, 'card'> = {
  concepts: [{ id: 'relu', title: 'Rectifier' }],
  addConcept: () => 'new',
  shapes: new Map([['out', [2, 3]]]),
  figures: ['figures/net.svg'],
  figureAddress: (path) => `/here/${path}`,
  figureState: { kind: 'none' },
  addFigures: async () => [],
  rename: () => undefined,
  turn: 0,
}

const formOf = (entry: string, locale: Language, languages: readonly Language[] = ['en']): string => {
  const card = itemValue(entry)
  const form = card !== null && isRecord(card) ? cardFormOf(card) : null
  if (form === null || card === null || !isRecord(card)) throw new Error(`There is no form of ${entry}`)
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={words[locale]}>
      <FormGroundHere value={{ ...ground, card }}>
        {[...fieldsBefore, ...form.fields, ...fieldsAfter].map((field) => (
          <FormField
            key={field.name}
            field={field}
            value={card[field.name]}
            path={[field.name]}
            languages={languages}
            onChange={() => undefined}
          />
        ))}
      </FormGroundHere>
    </NextIntlClientProvider>,
  )
}

const occlusion = `- id: net.gate
  type: occlusion
  concepts: [relu, gone]
  question: What is it?
  figure: figures/net.svg
  alt: A net.
  boxes:
    - at: [10, 20, 30, 15]
      label: { en: the gate, zh: 门 }
    - at: [50, 20, 30, 15]
      label: sum
  ask: 2
  hide: one
  pick: true
`

describe('the form of a card', () => {
  it.each(cardForms.map(({ type }) => type))('has every field of a %s card, in both languages', (type) => {
    const entry = startOf(type, 'relu', new Set())
    const fields = [...fieldsBefore, ...(cardForms.find((form) => form.type === type)?.fields ?? []), ...fieldsAfter]
    for (const [locale, { label }] of [
      ['en', en.form],
      ['zh', zh.form],
    ] as const) {
      const html = formOf(entry, locale)
      for (const field of fields) expect(html, `${locale} ${field.name}`).toContain(label[field.label])
    }
  })

  it('shows the boxes on the picture, which of them is asked, what is covered and whether labels are picked', () => {
    const html = formOf(occlusion, 'en', ['en', 'zh'])
    expect(html).toContain('src="/here/figures/net.svg"')
    expect(html.match(/data-box="\d"/g)).toHaveLength(2)
    expect(html).toContain('value="门"')
    expect(html).toMatch(/<option value="2" selected="">2 · sum<\/option>/)
    expect(html).toMatch(/<option value="one" selected="">The asked box only<\/option>/)
    expect(html).toMatch(/type="checkbox"[^>]*checked=""/)
  })

  it('asks for the picture before boxes are drawn on it, and loses no name of one that is not there', () => {
    const html = formOf(occlusion.replace('net.svg', 'gone.svg'), 'en')
    expect(html).toContain('No picture yet')
    expect(html).toContain('Choose or add the picture first')
    expect(html).not.toContain('<img')
  })

  it('names concepts by their titles, and says of one that there is none', () => {
    const html = formOf(occlusion, 'en')
    expect(html).toContain('Rectifier')
    expect(html).toContain('gone: no concept of this bank')
  })

  it('shows how each number is drawn, and the shape of what is computed from it', () => {
    const html = formOf(startOf('compute', 'relu', new Set()), 'en')
    expect(html).toMatch(/<option value="uniform" selected="">/)
    expect(html).toContain('value="-3"')
    expect(html).toContain('2 × 3')
    expect(html).toContain('value="relu(w * x)"')
  })
})
