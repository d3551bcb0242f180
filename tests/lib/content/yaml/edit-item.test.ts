import { expect, it } from 'vitest'
import { editItem } from '@/lib/content/yaml/edit-item'

const item = (between: string, end: string) => `- id: a\n  front: |\n    One.\n${between}    Two.\n  back: B${end}`

it('a card keeps the blank lines below it when one of its fields changes', () => {
  for (const end of ['\n', '\n\n', '\n  \n\n'])
    expect(editItem(item('', end), ['tags'], ['x'])).toMatch(new RegExp(`- x${end}$`))
  expect(editItem(item('', ''), ['tags'], ['x']), 'a file that ends in no line break').toMatch(/- x\n$/)
})

it('a card is written in no time however many blank lines stand in it', () => {
  const began = performance.now()
  expect(editItem(item('\n'.repeat(30), '\n'), ['tags'], ['x'])).toContain('- x\n')
  expect(performance.now() - began).toBeLessThan(2_000)
})
