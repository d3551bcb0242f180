import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import ts from 'typescript'

const root = join(import.meta.dirname, '..', '..')

/** `@/lib/core/rng` and `./draw` as addresses a browser can fetch. */
const addressed = (code: string): string =>
  code.replace(/(from\s+')(@\/|\.{1,2}\/)([^']+)'/g, (_, start, base, path) =>
    base === '@/' ? `${start}/source/${path}.ts'` : `${start}${base}${path}.ts'`,
  )

/** Lets a page import the project's pure modules as they stand, without a bundler, from `/source/lib/...`. */
export const serveSources = async (page: Page): Promise<void> => {
  await page.route('**/source/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/source/', '')
    const source = await readFile(join(root, path), 'utf8')
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true }
    const { outputText } = ts.transpileModule(source, { compilerOptions: options })
    await route.fulfill({ contentType: 'text/javascript', body: addressed(outputText) })
  })
}
