import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  readonly dependencies?: { readonly [name: string]: string }
  readonly optionalDependencies?: { readonly [name: string]: string }
}

const text = readFileSync('package-lock.json', 'utf8')
const { packages } = JSON.parse(text) as { readonly packages: { readonly [path: string]: Locked } }

/** Folders in which a package finds another, from its own upwards. */
const places = (from: string, name: string): readonly string[] => {
  const parts = from === '' ? [] : from.split('/node_modules/')
  return Array.from({ length: parts.length + 1 }, (_, i) =>
    [...parts.slice(0, parts.length - i), i === parts.length ? `node_modules/${name}` : name].join('/node_modules/'),
  )
}

test('the lock file holds every package that another one asks for, of every platform: npm ci refuses a gap', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !places(path, name).some((place) => packages[place] !== undefined))
      .map((name) => `${path}: ${name}`),
  )
  expect(missing).toEqual([])
})

test('the lock file names no host', () => {
  expect(text).not.toContain('"resolved": "http')
})
