import { afterEach, describe, expect, it } from 'vitest'
import type { CardFace, FaceOnCall } from '@/lib/cards/card-type'
import { faceAtHand, faceLater } from '@/lib/cards/face-on-call'
import { answerAndGrade, bundleOf, echo, makeDesk, ready, until, wordOf } from './desk'

let close: () => void = () => undefined
afterEach(() => close())

/** Cards whose word begins with `late` are of a type whose code is still to come; `arrive` and `fail` decide about it. */
const desk = async (words: readonly string[]) => {
  const made = await makeDesk(words)
  close = made.close
  const sit = () => {
    let asked = 0
    let settle: { arrive: (face: CardFace) => void; fail: (why: Error) => void } | null = null
    const code = () =>
      new Promise<CardFace>((arrive, fail) => {
        asked++
        settle = { arrive, fail }
      })
    const faces: readonly FaceOnCall[] = [faceAtHand(echo), faceLater('late', code)]
    const session = made.sit({
      decks: async (language) => {
        const bundle = bundleOf(language, words)
        const typeOf = (word = '') => (word.startsWith('late') ? 'late' : 'echo')
        return [{ ...bundle, cards: bundle.cards.map((card) => ({ ...card, type: typeOf(card.heading[0]) })) }]
      },
      cardTypeNamed: (name) => faces.find((face) => face.name === name) ?? null,
    })
    return {
      session,
      asked: () => asked,
      arrive: async () => {
        while (settle === null) await new Promise((resolve) => setTimeout(resolve, 0))
        settle.arrive({ ...echo, name: 'late' })
      },
      fail: async () => {
        while (settle === null) await new Promise((resolve) => setTimeout(resolve, 0))
        settle.fail(new Error('no network'))
      },
    }
  }
  return { ...sit(), again: sit }
}

describe('a study session whose card types come later', () => {
  it('asks for no code that none of the next cards wants', async () => {
    const { session, asked } = await desk(['a', 'b', 'late'])
    await ready(session)
    expect([wordOf(session), asked()]).toEqual(['a', 0])
  })

  it('fetches the code while the card before is read, so that no card waits for it', async () => {
    const { session, asked, arrive } = await desk(['a', 'late'])
    await ready(session)
    expect([wordOf(session), asked()]).toEqual(['a', 1])
    await arrive()
    await new Promise((resolve) => setTimeout(resolve, 0))
    const kinds: string[] = []
    session.subscribe(() => kinds.push(session.getSnapshot().kind))
    await answerAndGrade(session, 'easy')
    expect([wordOf(session), asked()]).toEqual(['late', 1])
    expect(kinds).not.toContain('loading')
  })

  it('waits for the code where a card comes up before it', async () => {
    const { session, asked, arrive } = await desk(['late', 'a'])
    expect(session.getSnapshot().kind).toBe('loading')
    await arrive()
    expect(asked()).toBe(1)
    await ready(session)
    expect(wordOf(session)).toBe('late')
  })

  it('goes on with the other cards when the code cannot be had', async () => {
    const { session, fail } = await desk(['a', 'late', 'late-too', 'b'])
    await ready(session)
    await fail()
    await answerAndGrade(session, 'easy')
    expect(session.getSnapshot().kind).toBe('loading')
    await fail()
    await ready(session)
    expect(wordOf(session)).toBe('b')
  })

  it('brings an undone card back once its code is there', async () => {
    const { session, again, arrive } = await desk(['late', 'a', 'b'])
    await arrive()
    await ready(session)
    await answerAndGrade(session, 'easy')
    const later = again()
    await ready(later.session)
    expect(wordOf(later.session)).toBe('a')
    const undone = later.session.undo()
    await until(later.session, (one) => one.getSnapshot().kind === 'loading')
    await undone
    await later.arrive()
    await ready(later.session)
    expect(wordOf(later.session)).toBe('late')
  })
})
