import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { areas } from '@/app/_i18n/areas'
import { type Language, languages } from '@/lib/core/language'

const folder = join(process.cwd(), 'app', '_i18n', 'messages')

const flatten = (value: unknown, path: string): readonly (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`))

const read = (language: Language, area: string): ReadonlyMap<string, string> =>
  new Map(flatten(JSON.parse(readFileSync(join(folder, language, `${area}.json`), 'utf8')), ''))

/** Names of the values a message puts in; the words of its plural branches are no values. */
const valuesIn = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/(?<!(?:one|other|none|=\d) )\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort()

for (const area of areas) {
  test(`${area}: both languages have the same messages with the same values`, () => {
    const [english, chinese] = languages.map((language) => read(language, area))
    expect([...(chinese?.keys() ?? [])].sort()).toEqual([...(english?.keys() ?? [])].sort())
    for (const [key, message] of english ?? []) {
      expect(valuesIn(chinese?.get(key) ?? ''), `${area}.${key}`).toEqual(valuesIn(message))
    }
  })

  test(`${area}: Chinese is set with full-width punctuation and a space beside Latin letters`, () => {
    for (const [key, message] of read('zh', area)) {
      const prose = message.replace(/\{[^{}]*\}/g, '')
      expect(prose, `${area}.${key}`).not.toMatch(/\p{Script=Han}[,;:?!]/u)
      expect(prose, `${area}.${key}`).not.toMatch(/\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u)
    }
  })
}
