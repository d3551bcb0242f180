import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '@/lib/cli/lint-sources'
import { questionsIn } from '@/lib/compute/language/questions-in'

const question = (id: string) => `id: ${id}\ngiven: { x: 2 }\nask: [{ value: "x ^ 2", integer: true }]\n`
const item = (id: string, type: string) =>
  `- id: ${id}\n  type: ${type}\n  given: { x: 2 }\n  ask: [{ value: "x ^ 2", integer: true }]\n`
const ids = (file: string, text: string) => questionsIn(file, text).questions.map(({ program }) => program.id)

describe('finding compute questions', () => {
  it('takes a program by itself and the compute cards of a list', () => {
    expect(ids('a.yaml', question('a'))).toEqual(['a'])
    expect(ids('a.cards.yaml', item('a', 'compute') + item('b', 'basic') + item('c', 'compute'))).toEqual(['a', 'c'])
  })

  it('leaves documents that ask nothing alone', () => {
    expect(questionsIn('concepts.yaml', '- id: relu\n  title: ReLU\n')).toEqual({ questions: [], diagnostics: [] })
  })

  it('takes the card fences of a section and no other fence', () => {
    const markdown = `# T\n\n\`\`\`yaml\n${question('a')}\`\`\`\n\n\`\`\`yaml compute\n${question('b')}\`\`\`\n~~~card\n${question('c')}~~~\n`
    expect(ids('s.md', markdown)).toEqual(['b', 'c'])
  })

  it('reads over a byte order mark, as a deck does', () => {
    expect(ids('a.yaml', `\uFEFF${question('a')}`)).toEqual(['a'])
    expect(questionsIn('concepts.yaml', '\uFEFF- id: relu\n').diagnostics).toEqual([])
  })

  it('reads the files of a folder and neither links nor folders named like files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gradeck-lint-'))
    writeFileSync(join(folder, 'a.yaml'), question('a'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'b.yaml'))
    symlinkSync('.', join(folder, 'loop'))
    mkdirSync(join(folder, 'c.md'))
    expect(await sourceFiles(folder)).toEqual([join(folder, 'a.yaml')])
    rmSync(folder, { recursive: true })
  })

  it('tells faults inside a fence at their line of the file', () => {
    const { diagnostics } = questionsIn(
      's.md',
      `# T\n\n\`\`\`compute\n${question('b').replace('x ^ 2', 'z ^ 2')}\`\`\`\n`,
    )
    expect(diagnostics[0]).toMatchObject({ file: 's.md', path: '/ask/0/value', line: 6 })
  })

  it('tells where a document is no YAML', () => {
    expect(questionsIn('a.yaml', 'a: [1\nb: 2').diagnostics[0]).toMatchObject({ severity: 'error', file: 'a.yaml' })
  })
})
