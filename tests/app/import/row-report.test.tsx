import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/import.json'
import zh from '@/app/_i18n/messages/zh/import.json'
import { RowReport } from '@/app/_ui/import/row-report'
import { reasonWeights, refusalKinds } from '@/lib/importers/reasons'
import type { ImportedRow } from '@/lib/sync/file-import'
import type { Decided } from '@/lib/sync/row-choices'

const row = (changes: Partial<ImportedRow>): ImportedRow => ({
  line: 1,
  entry: null,
  title: 'A question',
  outcome: 'imported',
  reasons: [],
  source: '',
  brings: { added: 1, changed: 0, same: 0, copies: 0, reviews: 0 },
  choice: 'take',
  ...changes,
})
const render = (rows: readonly ImportedRow[], locale: 'en' | 'zh' = 'en', decided: Decided = new Map()): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{ import: locale === 'en' ? en : zh }}>
      <RowReport name="quiz.xml" rows={rows} notes={false} decided={decided} busy={false} onDecide={() => {}} />
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
    expect(html).toContain('1 as they were, 0 with losses, 1 not imported.')
    expect(html).not.toContain('Kept')
    expect(html).toContain('items/a.xml · line 7')
    expect(html).toContain('Keys that are no number<span')
    expect(html).toMatch(/<span class="[^"]*"> abc<\/span>/)
    expect(html).toContain('Save the rows that are not imported')
  })

  it('shows everything where nothing is lost, fifty at a time', () => {
    const html = render(Array.from({ length: 120 }, (_, i) => row({ line: i + 1, title: `Row ${i + 1}` })))
    expect(html.match(/<li /g)).toHaveLength(50)
    expect(html).toContain('Show 50 more rows')
    expect(html).not.toContain('Save the rows')
  })

  it('asks what to do with each row that would do something, in the words that fit it', () => {
    const brings = { added: 0, changed: 0, same: 0, copies: 0, reviews: 0 }
    const rows = [
      row({ title: 'New' }),
      row({ title: 'Other', brings: { ...brings, changed: 1, copies: 1 } }),
      row({ title: 'Same', brings: { ...brings, same: 1 } }),
    ]
    const html = render(rows, 'en', new Map([[1, 'both']]))
    const options = [...html.matchAll(/<option value="(\w+)"( selected="")?>([^<]*)/g)].map((found) =>
      found.slice(1, 4),
    )
    expect(options).toEqual([
      ['take', ' selected=""', 'Take it in'],
      ['skip', undefined, 'Leave it out'],
      ['take', undefined, 'Update the card that is here'],
      ['both', ' selected=""', 'Keep both'],
      ['skip', undefined, 'Leave the card as it is'],
    ])
    expect(html).toContain('Here already, and the same.')
    expect(html).toContain('aria-label="What to do with: Other"')
    expect(html).toContain('Leave out all 2')
    expect(html, 'one row is no list').not.toContain('Keep both of')
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
