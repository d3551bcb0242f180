import { expect, type Page } from '@playwright/test'
import type { Compiled } from '@/lib/cards/compute/compiled'
import { runVariant, variantOf } from '@/lib/cards/compute/variant'
import { writeKey } from '@/lib/compute/marking/write-number'
import { runMistake } from '@/lib/compute/variants/mistaken-answers'
import { askedOfAll } from '@/lib/compute/variants/run'
import type { Bundle, BundledCard } from '@/lib/content/bundle'
import type { Language } from '@/lib/core/language'

/** The words of the review screen that a test presses. */
const words = {
  en: { show: 'Show the answer', check: /^Check/, good: /^Good/, again: /^Again/ },
  zh: { show: '看答案', check: /^检查/, good: /^良好/, again: /^重来/ },
}

const entriesOf = (showing: Showing, mistaken: boolean): readonly (readonly string[])[] => {
  const compiled = (showing.card.content as { body: unknown }).body as Compiled
  const { values, run } = runVariant(compiled, variantOf(compiled, { seed: showing.seed, language: 'en' }))
  const asks = askedOfAll(compiled.program, run)
  const mistake = compiled.program.mistakes[0]
  if (!mistaken || mistake === undefined) return asks.map((asked) => asked.key.map((key) => writeKey(asked, key)))
  const made = runMistake(compiled.program, mistake, values, run)
  if (!made.ok) throw new Error(`${showing.card.id}: the first mistake has no answer: ${made.error}`)
  const { answers } = made.value
  return asks.map((asked) => (answers.get(asked.name) ?? asked.key).map((key) => writeKey(asked, key)))
}

interface Showing {
  readonly card: BundledCard
  readonly seed: string
}

/** A learner at the review screen, who knows every answer and can be wrong on purpose. */
export class Reviewer {
  readonly page: Page
  readonly language: Language
  private readonly cards = new Map<string, BundledCard>()

  constructor(page: Page, language: Language) {
    this.page = page
    this.language = language
  }

  /** Reads the published deck, as the page does. */
  async learnDeck(url: string): Promise<void> {
    const { decks } = (await (await fetch(`${url}/api/decks`)).json()) as { decks: { id: string; version: string }[] }
    for (const { id, version } of decks) {
      const bundle = await fetch(`${url}/api/decks/${id}/bundle?version=${version}&language=${this.language}`)
      for (const card of ((await bundle.json()) as Bundle).cards) this.cards.set(card.id, card)
    }
  }

  get card() {
    return this.page.locator('article[data-card]')
  }

  async showing(): Promise<Showing> {
    const id = await this.card.getAttribute('data-card')
    const seed = await this.card.getAttribute('data-showing')
    const card = this.cards.get(id ?? '')
    if (seed === null || card === undefined) throw new Error(`the page shows a card the deck does not have: ${id}`)
    return { card, seed }
  }

  /** Types the numbers of the compute card on the page: the key, or what its first mistake gives. */
  async type(mistaken = false): Promise<void> {
    const asks = this.card.locator('fieldset')
    for (const [i, typed] of entriesOf(await this.showing(), mistaken).entries()) {
      const ask = asks.nth(i)
      const radios = ask.getByRole('radio')
      if ((await radios.count()) > 0) await radios.nth(Number(typed[0])).check({ force: true })
      else for (const [j, text] of typed.entries()) await ask.getByRole('textbox').nth(j).fill(text)
    }
  }

  /** Answers the card on the page, rightly where it can be marked; `mistaken` gives a compute card its first mistake's numbers. */
  async answer(mistaken = false): Promise<{ readonly type: string; readonly id: string }> {
    const { type, id } = (await this.showing()).card
    const button = words[this.language]
    await this.settle()
    if (type === 'compute') {
      await this.type(mistaken)
      await this.page.getByRole('button', { name: button.check }).last().click()
    } else if (await this.page.getByRole('button', { name: button.show }).isVisible()) {
      await this.page.getByRole('button', { name: button.show }).click()
    } else {
      // What can be marked may also be given up, which is how a learner sees an answer they do not know.
      await this.card.getByRole('button').last().click()
    }
    await expect(this.page.getByRole('button', { name: button.good })).toBeVisible()
    return { type, id }
  }

  /** Buttons rest for a moment after they appear, so that a double tap is one answer. */
  private settle(): Promise<void> {
    return this.page.waitForTimeout(400)
  }

  async grade(grade: 'good' | 'again' = 'good'): Promise<void> {
    const before = await this.card.getAttribute('data-showing')
    await this.settle()
    await this.page.getByRole('button', { name: words[this.language][grade] }).click()
    await expect(this.page.locator(`article[data-showing="${before}"]`)).toHaveCount(0)
  }
}
