import { describe, expect, it } from 'vitest'
import { dialects, readSchema } from '@/lib/server/db/dialects'

const lines = readSchema('sqlite')
  .filter(({ path }) => path !== 'provider.prisma')
  .flatMap(({ path, content }) =>
    content
      .split('\n')
      .map((text, index, all) => ({ where: `${path}:${index + 1}`, text: text.trim(), before: all[index - 1] })),
  )

describe('the models', () => {
  it('describe every model, enum, value and field', () => {
    const needsWords = /^(model|enum)\s|^[A-Za-z]\w*(\s+[A-Z]\w*(\[\])?\??.*)?$/
    const bare = lines.filter(({ text, before }) => needsWords.test(text) && !/^\s*\/\/\/ \S/.test(before ?? ''))
    expect(bare.map(({ where, text }) => `${where} ${text}`)).toEqual([])
    expect(lines.filter(({ text }) => needsWords.test(text)).length).toBeGreaterThan(100)
  })

  it('are the same for every database', () => {
    const models = dialects.map((dialect) => readSchema(dialect).filter(({ path }) => path !== 'provider.prisma'))
    expect(models[0]).toEqual(models[1])
  })
})
