import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, type SourceFile, violations } from './support/import-table'

const root = join(import.meta.dirname, '..')

const filesUnder = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !/\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))

describe('who may import whom', () => {
  it('sees static, dynamic, type-only and re-exporting imports', () => {
    const text =
      "import a from './a'\nimport type { B } from '@/lib/b'\nexport { c } from 'c'\nconst d = await import('d')\nimport './e.css'\nnew Worker(new URL('./w.ts', import.meta.url))"
    expect(importsOf(text)).toEqual(['./a', '@/lib/b', 'c', 'd', './e.css', './w.ts'])
  })

  it.each<[string, string, string]>([
    ['core stays a leaf', 'lib/core/x.ts', "import '@/lib/view/block'"],
    ['pure zones know no server', 'lib/cards/x.ts', "import { db } from '@/lib/server/db/client'"],
    ['the client never reaches the server', 'lib/client/x.ts', "import('@/lib/server/db/client')"],
    ['lib never reaches app', 'lib/cards/x.ts', "export { X } from '@/app/_ui/x'"],
    ['React lives only in app', 'lib/client/x.ts', "import { useState } from 'react'"],
    [
      'only the engine imports TensorFlow.js values',
      'lib/compute/ops/x.ts',
      "import * as tf from '@tensorflow/tfjs-core'",
    ],
    ['only fsrs.ts imports ts-fsrs', 'lib/schedule/queue.ts', "import { fsrs } from 'ts-fsrs'"],
    [
      'only the database folder imports Prisma',
      'lib/server/services/x.ts',
      "import { PrismaClient } from '@prisma/client'",
    ],
    ['the engine stays out of pages', 'app/_ui/x.tsx', "import { run } from '@/lib/compute/engine/run'"],
    ['relative paths are no way around', 'lib/core/x.ts', "import '../server/env'"],
    ['client code in app never reaches the server', 'app/_ui/x.tsx', "import '@/lib/server/env'"],
    ['source never imports tests', 'lib/core/x.ts', "import '@/tests/setup'"],
  ])('would catch it if not: %s', (_, path, text) => {
    expect(violations([{ path, text }])).toHaveLength(1)
  })

  it('holds in every file', () => {
    expect(violations([...filesUnder('lib'), ...filesUnder('app')])).toEqual([])
  })
})

describe('the shape of files', () => {
  const files = [...filesUnder('lib'), ...filesUnder('app')]

  it('keeps every file under 400 lines', () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('fences the server in every file of its zone', () => {
    const open = files.filter(
      ({ path, text }) => path.startsWith('lib/server/') && !text.includes("import 'server-only'"),
    )
    expect(open.map(({ path }) => path)).toEqual([])
  })
})
