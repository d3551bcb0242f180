import { expect, it } from 'vitest'
import { limits } from '@/lib/compute/language/limits'
import { questionsIn } from '@/lib/compute/language/questions-in'
import { readPrograms } from '@/lib/compute/language/read-program'

it('tells the first hundred faults of one program, and how many more there are', () => {
  const { programs, diagnostics } = readPrograms(Array.from({ length: 350 }, (_, i) => `k${i}: 1`).join('\n'))
  expect(programs).toEqual([null])
  expect(diagnostics).toHaveLength(limits.faults + 1)
  // Each unknown field, and that nothing is asked for.
  expect(diagnostics.at(-1)).toMatchObject({ severity: 'error', message: '251 more faults are not listed.' })
})

it('tells a faulty program among others its own faults, however many the others have', () => {
  const many = Array.from({ length: 200 }, (_, i) => `k${i}: 1`).join(', ')
  const { programs, diagnostics } = readPrograms(`- { ${many} }\n- { ask: [ "1 +" ] }\n`)
  expect(programs).toEqual([null, null])
  expect(diagnostics.some(({ path }) => path.startsWith('/1'))).toBe(true)
})

it('refuses more programs than a document may hold, and a document that is too long', () => {
  expect(readPrograms('- 1\n'.repeat(limits.programs + 1))).toMatchObject({
    programs: [null],
    diagnostics: [{ message: '10001 programs are too many for one document; 10000 are allowed.' }],
  })
  const long = `a: ${'x'.repeat(limits.document)}`
  expect(readPrograms(long).diagnostics).toMatchObject([{ message: expect.stringContaining('characters long') }])
  expect(questionsIn('a.cards.yaml', long).diagnostics).toMatchObject([
    { file: 'a.cards.yaml', message: expect.stringContaining('characters long') },
  ])
})

it('tells the first thousand faults of a file of questions', () => {
  const { diagnostics } = questionsIn('a.cards.yaml', '- { ask: 3, z: 4 }\n'.repeat(900))
  expect(diagnostics).toHaveLength(limits.fileFaults + 1)
  expect(diagnostics.at(-1)?.message).toMatch(/^\d+ more faults are not listed\.$/)
})
