import { describe, expect, it } from 'vitest'
import { listGallery } from '@/lib/server/services/gallery'

describe('built-in questions to start from', () => {
  it('are listed by what they ask, in both languages, places for numbers included', () => {
    const drop = listGallery().find(({ id }) => id === 'imagenet-2012-error-drop.relative')
    expect(drop?.prompt.en).toContain('from {old} % to {new} %. By how many percentage points')
    for (const { id, prompt } of listGallery())
      for (const words of [prompt.en, prompt.zh]) expect(words, id).not.toBe('')
  })

  it('end at a word where they are long', () => {
    for (const { prompt } of listGallery()) if (prompt.en.length > 250) expect(prompt.en).toMatch(/[.?!:)]$| …$/)
  })
})
