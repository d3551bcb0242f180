import { readFileSync } from 'node:fs'
import { brokenMutations } from '../lib/importers/notes-markdown/mutation-trials'
import { fixtures } from '../lib/importers/notes-markdown/notes-fixtures'
import type { Campaign } from './campaign'

const count = 10_000

/** Milliseconds of processor time: what else runs on the machine is not the importer's fault. */
const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Mutated notes: no exception, every span its text, none slower than two seconds. `GRADECK_NOTES` names the notes to mutate. */
export const mutations: Campaign = {
  name: 'mutations',
  run: async () => {
    const file = process.env.GRADECK_NOTES
    const texts = file === undefined ? fixtures.map(({ text }) => text) : [readFileSync(file, 'utf8')]
    const clock = { now: processor, most: 2_000, worst: 0 }
    const broken = brokenMutations(texts, count, 7, clock)
    return {
      result: `${count.toLocaleString('en')} mutations of notes, ${broken.length} failures, the slowest ${Math.round(clock.worst)} ms`,
      missed: broken,
    }
  },
}
