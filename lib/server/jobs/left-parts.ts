import 'server-only'
import { readFile, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import type { Converted, ConvertedPart } from './convert-file'

/** What was made of a file, left for whoever asks for it later. */
export interface LeftParts {
  readonly made: Extract<Converted, { kind: 'ready' }>
  readonly parts: readonly ConvertedPart[]
}

/** Writes it beside the server's other temporary files, where nobody else may read it. */
export const leaveParts = (file: string, left: LeftParts): Promise<void> =>
  writeFile(file, serialize(left), { mode: 0o600, flag: 'wx' })

/** Reads what `leaveParts` of this very server wrote, so its shape is known. */
export const readLeft = async (file: string): Promise<LeftParts> => deserialize(await readFile(file)) as LeftParts
