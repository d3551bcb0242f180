import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type FoundQuestions, questionsIn } from '@/lib/compute/language/questions-in'
import { readTextFile } from './read-text'

const isSource = (path: string): boolean => /\.(ya?ml|md|json)$/.test(path)

/** A file, or all sources of a folder and its folders in the order of their names; no links, no hidden files, as for a deck. */
export const sourceFiles = async (path: string): Promise<readonly string[]> => {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export const readQuestions = async (path: string): Promise<FoundQuestions> => {
  const found: FoundQuestions[] = []
  for (const file of await sourceFiles(path)) {
    const text = await readTextFile(file)
    const place = { severity: 'error' as const, file, path: '', line: 1, column: 1 }
    found.push(text.ok ? questionsIn(file, text.value) : { questions: [], diagnostics: [{ ...place, ...text.error }] })
  }
  return {
    questions: found.flatMap(({ questions }) => questions),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  }
}
