import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardFaces } from '@/lib/cards/faces'
import { cardTypes } from '@/lib/cards/list'

const root = join(import.meta.dirname, '../../..')

/** Modules whose values a file imports; what is imported as a type costs a device nothing. */
const valueImports = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^'"]*?from '([^']+)'/gms)].flatMap(
    ([, from]) => from ?? [],
  )

const reachedFrom = (start: string): ReadonlySet<string> => {
  const reached = new Set<string>()
  const waiting = [join(root, start)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    if (!existsSync(file)) continue
    for (const from of valueImports(file)) {
      const inside = from.startsWith('@/')
        ? join(root, from.slice(2))
        : from.startsWith('.')
          ? join(dirname(file), from)
          : null
      waiting.push(inside === null ? from : `${inside}.ts`)
    }
  }
  return reached
}

describe("the learner's half of the card types", () => {
  it('knows every type of the list, in its order', () => {
    expect(cardFaces.map(({ name }) => name)).toEqual(cardTypes.map(({ name }) => name))
  })

  it('brings no reader of YAML, no parser and no search for variants to a device', () => {
    const faces = ['lib/cards/faces.ts', 'lib/cards/compute/face.ts']
    const reached = faces.flatMap((file) => [...reachedFrom(file)]).map((file) => file.replace(`${root}/`, ''))
    expect(reached).toContain('lib/compute/reference/evaluate.ts')
    expect(reached.filter((file) => !file.startsWith('lib/'))).toEqual([])
    for (const heavy of ['language/parse', 'language/read-program', 'variants/freeze', 'variants/sample'])
      expect(reached, heavy).not.toContain(`lib/compute/${heavy}.ts`)
  })

  it('leaves the arithmetic of compute cards to their first card', async () => {
    const reached = [...reachedFrom('lib/cards/faces.ts')].map((file) => file.replace(`${root}/`, ''))
    expect(reached.filter((file) => /^lib\/compute\/(ops|reference|language)\//.test(file))).toEqual([])
    const late = cardFaces.filter(({ open }) => open() instanceof Promise)
    expect(late.map(({ name }) => name)).toEqual(['compute'])
    for (const face of late) {
      expect((await face.open()).name).toBe(face.name)
      expect(face.open(), 'at hand from then on').not.toBeInstanceOf(Promise)
    }
  })

  it('would notice the reader in the other half', () => {
    expect([...reachedFrom('lib/cards/list.ts')]).toContain('yaml')
  })
})
