import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { formatDiagnostic } from '@/lib/core/diagnostic'
import { importerFor, importers } from '@/lib/importers/list'
import type { Command } from './command'

/** `gradeck -- import FILE [CARDS.yaml]`: cards for a person to read, printed or written to a new file; never published by itself. */
export const importCards: Command = {
  usage: 'import FILE [NEW.cards.yaml]: cards from a .csv or .tsv file, for you to read before they are published',
  run: async ([file, into]) => {
    const importer = file === undefined ? undefined : importerFor(file)
    if (file === undefined || !importer) {
      const endings = importers.flatMap((each) => each.endings).join(', ')
      console.error(`Name a file to import (${endings}), and a new .cards.yaml file to write.`)
      return 2
    }
    if (!existsSync(file)) {
      console.error(`There is no file ${file}.`)
      return 1
    }
    if (into !== undefined && existsSync(into)) {
      console.error(`${into} exists already and was left alone. Name a new file.`)
      return 1
    }
    const { cards, diagnostics } = importer.read(readFileSync(file, 'utf8'), file)
    for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic))
    const yaml = stringify(cards.map(({ fields }) => fields))
    if (into === undefined) console.log(yaml)
    else writeFileSync(into, yaml)
    console.error(`${cards.length} cards read, ${diagnostics.length} rows left out.`)
    return diagnostics.length > 0 ? 1 : 0
  },
}
