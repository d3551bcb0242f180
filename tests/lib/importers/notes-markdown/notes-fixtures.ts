import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Proposal, Proposals, ProposeOptions } from '@/lib/importers/notes-markdown/proposal'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'

const folder = join(import.meta.dirname, '../../../fixtures/notes')

export const fixtures = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))

export const fixture = (file: string): string => readFileSync(join(folder, file), 'utf8')

export const proposed = (file: string, options: ProposeOptions = {}): Proposals =>
  proposeCards(fixture(file), { fileName: file, ...options })

/** All a card shows, without what it says about the notes' slips. */
export const shown = ({ fields }: Proposal): string =>
  JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'erratum')))

export const byRule = (cards: readonly Proposal[], rule: string): readonly Proposal[] =>
  cards.filter((card) => card.rule === rule)
