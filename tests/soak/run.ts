import { campaigns } from './list'

const mostShown = 20

// `npm run soak [name ...]`: each campaign prints its numbers, then whatever broke its bar. Those on several databases are
// named for theirs, too: `power-cuts` or `"power-cuts SQLite"`.
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.some((one) => `${name} `.startsWith(`${one} `))
let broken = 0
for (const { name, run } of campaigns) {
  if (!isWanted(name)) continue
  const { result, missed } = await run()
  if (missed.length > 0) broken++
  console.log(`${name}: ${result}${missed.length > 0 ? '  MISSED' : ''}`)
  for (const sentence of missed.slice(0, mostShown)) console.log(`  ${sentence}`)
}
process.exitCode = broken === 0 ? 0 : 1
