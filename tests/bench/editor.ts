import { join } from 'node:path'
import { readDeckFolder } from '@/lib/cli/deck-folder'
import { wholeCheck } from '@/lib/client/editor/check-draft'
import { makeEditorDesk } from '@/lib/client/editor/editor-desk'
import { cutItems } from '@/lib/content/yaml/card-items'
import { isError } from '@/lib/core/diagnostic'
import { type Bench, percentile } from './bench'

const about = { title: 'CS231n', languages: ['en', 'zh'], author: '', licence: '', source: '' } as const

/** A bank has no folders but that of its figures. */
const flat = (path: string): string => (path.startsWith('figures/') ? path : (path.split('/').at(-1) ?? path))

/** A word typed into the text of a section or the title of a concept. */
const written = (path: string, text: string, count: number): string =>
  path === 'concepts.yaml' ? text.replace('en: "', `en: "${count} `) : `${text}\n\nMore ${count}.\n`

/** By the clock, which other work on the machine makes longer, and of the processor. */
interface Times {
  readonly wall: number[]
  readonly cpu: number[]
}

const noTimes = (): Times => ({ wall: [], cpu: [] })

/**
 * What the editor's worker does between a keystroke and the preview, on the whole shipped course as one draft without a fault:
 * every card is written in once, in its last line, and every section and the concepts, each followed by a check of the whole
 * every so often. What the page adds is measured in the browser.
 */
export const editor: Bench = {
  name: 'editor',
  measure: async () => {
    const files = readDeckFolder(join(process.cwd(), 'content', 'cs231n'))
      .filter(({ path }) => path !== 'deck.yaml')
      .map(({ path, text }) => ({ path: flat(path), text }))
    const desk = makeEditorDesk()
    await desk.open({ id: 'bank-bench', about, files })
    const timed = async (times: Times, act: () => unknown): Promise<void> => {
      const cpu = process.cpuUsage()
      const start = performance.now()
      await act()
      times.wall.push(performance.now() - start)
      const { user, system } = process.cpuUsage(cpu)
      times.cpu.push((user + system) / 1000)
    }
    const checkAll = () => wholeCheck(() => desk.check(null))
    const opening = performance.now()
    const { cards, diagnostics } = await checkAll()
    const opened = performance.now() - opening
    if (cards.length === 0 || diagnostics.some(isError)) throw new Error('The shipped course has faults as one draft.')
    const [looks, checks, others, otherChecks] = [noTimes(), noTimes(), noTimes(), noTimes()]
    for (const [count, { path, line }] of cards.entries()) {
      const text = files.find((file) => file.path === path)?.text ?? ''
      const item = cutItems(text)?.items.find((one) => one.line === line)
      if (item === undefined) continue
      const at = item.text.trimEnd().length + item.from
      await timed(looks, async () => {
        await desk.write([{ path, text: `${text.slice(0, at)} # ${count}${text.slice(at)}` }])
        const look = await desk.look({ path, line })
        if (look.kind !== 'card' || look.card === null) throw new Error(`${path}:${line} was not shown.`)
      })
      if (count % 20 === 0) await timed(checks, checkAll)
      await desk.write([{ path, text }])
    }
    await checkAll()
    for (const [count, { path, text }] of files.filter(({ path }) => /(\.md|^concepts\.yaml)$/.test(path)).entries()) {
      await timed(others, async () => {
        await desk.write([{ path, text: written(path, text, count) }])
        await desk.look({ path, line: 1 })
      })
      if (count % 5 === 0) await timed(otherChecks, checkAll)
      await desk.write([{ path, text }])
    }
    const ms = (number: number) => ({ number, unit: 'ms' })
    const slowest = (what: string, { wall, cpu }: Times, bar: number) => [
      { what: `${what}, slowest`, value: ms(percentile(wall, 100)), bar },
      { what: `${what}, slowest, processor time`, value: ms(percentile(cpu, 100)), bar: null },
    ]
    return [
      { what: `first check of a draft of ${cards.length} cards`, value: ms(opened), bar: null },
      { what: 'keystroke to preview in the worker, median', value: ms(percentile(looks.wall, 50)), bar: null },
      { what: 'keystroke to preview in the worker, p95', value: ms(percentile(looks.wall, 95)), bar: 100 },
      ...slowest('keystroke to preview in the worker', looks, 150),
      ...slowest('check of the whole draft after a keystroke', checks, 500),
      ...slowest('keystroke in a section or the concepts to preview', others, 150),
      ...slowest('check of the whole draft after such a keystroke', otherChecks, 500),
    ]
  },
}
