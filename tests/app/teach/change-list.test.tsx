import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import editor from '@/app/_i18n/messages/en/editor.json'
import publish from '@/app/_i18n/messages/en/publish.json'
import { ChangeList } from '@/app/_ui/teach/publish/change-list'
import type { ShownChange } from '@/lib/client/editor/shown-changes'

const added = (number: number): ShownChange => ({
  id: `card-${number}`,
  type: 'basic',
  kind: 'added',
  meaning: 'kept',
  parts: [],
  title: [{ kind: 'text', text: `Question ${number}` }],
})

const drawn = (kept: ReadonlySet<string>): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ editor, publish }}>
      <ChangeList
        changes={{ cards: Array.from({ length: 60 }, (_, i) => added(i + 1)), sections: [], same: 0 }}
        language="en"
        anew={new Set()}
        onAnew={null}
        remarksOf={(card) => (kept.has(card) ? <p>a remark</p> : null)}
        kept={kept}
      />
    </NextIntlClientProvider>,
  )

describe('a long list of changes', () => {
  it('shows its first and tells how many more there are', () => {
    expect(drawn(new Set())).not.toContain('Question 60')
    expect(drawn(new Set())).toContain('10 more')
  })

  it('shows every change that something is said about', () => {
    expect(drawn(new Set(['card-60']))).toMatch(/Question 60.*a remark/)
    expect(drawn(new Set(['card-60']))).toContain('9 more')
    expect(drawn(new Set(['card-60']))).not.toContain('Question 59')
  })
})
