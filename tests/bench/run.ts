import { benches } from './list'

// `npm run bench [name ...]`: each measurement prints what was measured, the bar, and whether it holds.
const wanted = process.argv.slice(2)
let missed = 0
for (const { name, measure } of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const { what, value, bar } of await measure()) {
    const holds = bar === null || value.number <= bar
    if (!holds) missed++
    const limit = bar === null ? '' : `  (bar ${bar} ${value.unit})${holds ? '' : '  MISSED'}`
    console.log(`${name}: ${what}: ${Number(value.number.toPrecision(4))} ${value.unit}${limit}`)
  }
}
process.exitCode = missed === 0 ? 0 : 1
