import { describe, expect, it } from 'vitest'
import enCompute from '@/app/_i18n/messages/en/compute.json'
import enReview from '@/app/_i18n/messages/en/review.json'
import zhCompute from '@/app/_i18n/messages/zh/compute.json'
import zhReview from '@/app/_i18n/messages/zh/review.json'
import { grades } from '@/lib/core/grade'

type Words = { readonly [key: string]: string | Words }

const pathsOf = (words: Words, at = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${at}${key}`] : pathsOf(value, `${at}${key}.`),
  )
const textAt = (words: Words, path: string): string => {
  const found = path
    .split('.')
    .reduce<string | Words | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), words)
  return typeof found === 'string' ? found : ''
}
/** The names of the values a message takes, plural forms included. */
const valuesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/(?<!(?:one|other|=0) )\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort()

describe.each<[string, Words, Words]>([
  ['review', enReview, zhReview],
  ['compute', enCompute, zhCompute],
])('the words of %s', (_, en, zh) => {
  it('exist in both languages', () => {
    expect(pathsOf(zh)).toEqual(pathsOf(en))
  })

  it('take the same values in both languages', () => {
    for (const path of pathsOf(en)) expect(valuesIn(textAt(zh, path)), path).toEqual(valuesIn(textAt(en, path)))
  })

  it('are Chinese in Chinese, with full-width punctuation after Chinese characters', () => {
    for (const path of pathsOf(zh)) expect(textAt(zh, path), path).not.toMatch(/\p{Script=Han}[,;:?!]/u)
  })
})

describe('the words of the review', () => {
  it('name every grade and every unit of an interval', () => {
    for (const grade of grades) expect(enReview.grade[grade]).not.toBe('')
    for (const unit of ['minutes', 'hours', 'days', 'months', 'years'] as const)
      expect(enReview.interval[unit]).toContain('{value}')
  })
})
