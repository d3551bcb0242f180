import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { languages } from '@/lib/core/language'
import { database } from '@/lib/server/db/client'
import { databasePlace } from '@/lib/server/env'
import { exportCards } from '@/lib/server/jobs/export-cards'
import { normalEmail } from '@/lib/server/services/credentials'
import { exportFormats } from '@/lib/sync/card-export'
import type { Command } from './command'

const usage =
  "export-cards EMAIL NEW-FILE.apkg|.csv|.json [--search 'tag:exam is:due'] [--language en|zh]: a learner's cards with their memory and reviews"

const parsed = (args: readonly string[]) => {
  try {
    const options = { search: { type: 'string' }, language: { type: 'string' } } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** `gradeck -- export-cards EMAIL FILE`: what a search finds among a learner's cards, as a file of another program. */
export const exportLearned: Command = {
  usage,
  run: async (args) => {
    const given = parsed(args)
    if (typeof given === 'string') {
      console.error(given)
      return 2
    }
    const [email, file] = given.positionals
    const format = exportFormats.find((name) => file?.toLowerCase().endsWith(`.${name}`))
    const language = languages.find((name) => name === (given.values.language ?? 'en'))
    if (email === undefined || file === undefined || format === undefined || language === undefined) {
      console.error(`Name a learner and a new file: ${usage}`)
      return 2
    }
    if (existsSync(file)) {
      console.error(`${file} exists already and was left alone. Name a new one.`)
      return 1
    }
    const user = await database().user.findUnique({ where: { email: normalEmail(email) }, select: { id: true } })
    if (user === null) {
      console.error(`There is no account with the address ${email}.`)
      return 1
    }
    const now = Date.now()
    const done = await exportCards({
      place: databasePlace(),
      userId: user.id,
      language,
      search: given.values.search ?? '',
      format,
      now,
      zoneOffset: -new Date(now).getTimezoneOffset(),
      file: resolve(file),
    })
    await database().$disconnect()
    switch (done.kind) {
      case 'written':
        console.log(`${done.cards} cards with ${done.reviews} reviews written to ${file}.`)
        return 0
      case 'nothing-found':
        console.error('The search finds no card. Nothing was written.')
        return 1
      case 'bad-search':
        console.error(`"${done.at}" cannot be searched for. /browse explains the search language.`)
        return 2
    }
  },
}
