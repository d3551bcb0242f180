import type { Command } from './command'
import { sentenceOf } from './failure'

/** Every command by name; loaded only when called, so that one never pays for another's packages. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  compute: async () => (await import('./compute')).compute,
  lint: async () => (await import('./lint')).lint,
  check: async () => (await import('./check')).check,
  serve: async () => (await import('./serve')).serve,
  publish: async () => (await import('./publish')).publish,
  owner: async () => (await import('./owner')).owner,
  'reset-password': async () => (await import('./reset-password')).resetPassword,
  import: async () => (await import('./import')).importCards,
  export: async () => (await import('./export')).exportDeck,
  'export-cards': async () => (await import('./export-cards')).exportLearned,
  notes: async () => (await import('./notes')).notes,
  anki: async () => (await import('./anki')).anki,
  'sign-up': async () => (await import('./sign-up')).signUp,
  appoint: async () => (await import('./appoint')).appoint,
  'delete-account': async () => (await import('./delete-account')).deleteAccount,
  backup: async () => (await import('./backup')).backup,
  restore: async () => (await import('./restore')).restore,
  demo: async () => (await import('./demo')).demo,
  migrate: async () => (await import('./migrate')).migrate,
  migration: async () => (await import('./migration')).migration,
}

const main = async (name: string | undefined, args: readonly string[]): Promise<number> => {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    if (name !== undefined && name !== 'help') console.error(`There is no command "${name}".`)
    console.error(`Commands: ${Object.keys(commands).join(', ')}.`)
    console.error('Call one as npm run --silent gradeck -- NAME ..., or NAME --help to see how.')
    return name === 'help' ? 0 : 2
  }
  const command = await load()
  if (!args.includes('--help')) return command.run(args)
  console.log(`npm run --silent gradeck -- ${command.usage}`)
  return 0
}

const [name, ...args] = process.argv.slice(2)
try {
  process.exitCode = await main(name, args)
} catch (error) {
  // Connections that are still open would keep the process waiting.
  process.stderr.write(`${sentenceOf(error)}\n`, () => process.exit(1))
}
