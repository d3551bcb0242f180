import { expect, test } from 'vitest'
import { cardTypeNamed } from '@/lib/cards/list'
import { languages } from '@/lib/core/language'
import { welcomeCard } from '@/lib/server/welcome-card'

for (const language of languages) {
  test(`the welcome page has a question to answer in ${language}`, () => {
    const card = welcomeCard(language)
    const type = cardTypeNamed(card.type)
    const occasion = { seed: 'welcome', language }
    const presented = type?.present(card.content, occasion)
    expect(presented?.input.kind).toBe('numbers')
    const wrong = type?.outcome(card.content, occasion, { kind: 'numbers', cells: { dw: ['99'] } }, 0)
    expect(wrong?.verdict).toMatchObject({ kind: 'marked', right: false })
    const key = wrong?.verdict.kind === 'marked' ? (wrong.verdict.cells[0]?.key ?? '') : ''
    const right = type?.outcome(card.content, occasion, { kind: 'numbers', cells: { dw: [key] } }, 0)
    expect(right?.verdict).toMatchObject({ kind: 'marked', right: true })
  })
}
