import { readFileSync } from 'node:fs'
import { type CollectionSpec, legacyPackage } from '../support/anki-package'

// Run by `package-file.ts`: a collection as JSON comes in, a package goes out.
const spec: CollectionSpec = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(await legacyPackage(spec))
