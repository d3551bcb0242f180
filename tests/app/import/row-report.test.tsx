import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/import.json'
import zh from '@/app/_i18n/messages/zh/import.json'
import { RowReport } from '@/app/_ui/import/row-report'
import { reasonWeights, refusalKinds } from '@/lib/importers/reasons'
import type { ImportedRow } from '@/lib/sync/file-import'

const row = (changes: Partial<ImportedRow>): ImportedRow => ({
  line: 1,
  entry: null,
  title: 'A question',
  outcome: 'imported',
  reasons: [],
  source: '',
  ...changes,
})
const render = (rows: readonly ImportedRow[], locale: 'en' | 'zh' = 'en'): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{ import: locale === 'en' ? en : zh }}>
      <RowReport name="quiz.xml" rows={rows} />
    </NextIntlClientProvider>,
  )

describe('the report of every row', () => {
  it('begins with what is left out, each with its place, its reason and the piece it is about', () => {
    const html = render([
      row({ title: 'Kept' }),
      row({
        line: 7,
        entry: 'items/a.xml',
        title: 'Left',
        outcome: 'skipped',
        reasons: [{ kind: 'not-a-number', detail: 'abc' }],
        source: 'x',
      }),
    ])
    expect(html).toContain('1 as they were, 0 with losses, 1 left out.')
    expect(html).not.toContain('Kept')
    expect(html).toContain('items/a.xml · line 7')
    expect(html).toContain('Keys that are no number<span')
    expect(html).toContain('> abc</span>')
    expect(html).toContain('Save the rows that are left out')
  })

  it('shows everything where nothing is lost, fifty at a time', () => {
    const html = render(Array.from({ length: 120 }, (_, i) => row({ line: i + 1, title: `Row ${i + 1}` })))
    expect(html.match(/<li /g)).toHaveLength(50)
    expect(html).toContain('Show 50 more rows')
    expect(html).not.toContain('Save the rows')
  })

  it('has words of its own in both languages for every reason and every refusal', () => {
    for (const words of [en, zh]) {
      const said: { readonly [kind: string]: string } = { ...words.loss, ...words.told, weights: words.loss.points }
      expect(Object.keys(reasonWeights).filter((kind) => !said[kind])).toEqual([])
      const refused: { readonly [kind: string]: string } = words.refused
      const cures: { readonly [kind: string]: string } = words.cure
      expect(refusalKinds.filter((kind) => !refused[kind] || !cures[kind])).toEqual([])
    }
    const lossy = row({ outcome: 'lossy', reasons: [{ kind: 'self-judged', detail: '' }] })
    expect(render([lossy], 'zh')).toContain(zh.loss['self-judged'])
  })
})
