import { join } from 'node:path'
import { readDeckFolder } from '@/lib/cli/deck-folder'
import { makeEditorDesk } from '@/lib/client/editor/editor-desk'
import { cutItems } from '@/lib/content/yaml/card-items'
import { type Bench, percentile } from './bench'

const about = { title: 'CS231n', languages: ['en', 'zh'], author: '', licence: '', source: '' } as const

/** A bank has no folders: a path becomes a name. */
const flat = (path: string): string => (path.startsWith('figures/') ? path : path.replaceAll('/', '-'))

/**
 * What the editor's worker does between a keystroke and the preview, on the whole shipped course as one draft: every card is
 * written in once, in its last line. What the page adds is measured in the browser.
 */
export const editor: Bench = {
  name: 'editor',
  measure: async () => {
    const files = readDeckFolder(join(process.cwd(), 'content', 'cs231n'))
      .filter(({ path }) => path !== 'deck.yaml' && path.split('/').length === 2)
      .map(({ path, text }) => ({ path: flat(path), text }))
    const desk = makeEditorDesk()
    await desk.open({ id: 'bank-bench', about, files })
    const opening = performance.now()
    const checkAll = async () => {
      let check = await desk.check(null)
      while (!check.whole) check = await desk.check(null)
      return check
    }
    const { cards } = await checkAll()
    const opened = performance.now() - opening
    const looks: number[] = []
    const checks: number[] = []
    for (const [count, { path, line }] of cards.entries()) {
      const text = files.find((file) => file.path === path)?.text ?? ''
      const item = cutItems(text)?.items.find((one) => one.line === line)
      if (item === undefined) continue
      const at = item.text.trimEnd().length + item.from
      const changed = `${text.slice(0, at)} # ${count}${text.slice(at)}`
      const start = performance.now()
      await desk.write([{ path, text: changed }])
      await desk.look({ path, line })
      looks.push(performance.now() - start)
      if (count % 20 === 0) {
        const from = performance.now()
        await checkAll()
        checks.push(performance.now() - from)
      }
      await desk.write([{ path, text }])
    }
    const ms = (number: number) => ({ number, unit: 'ms' })
    return [
      { what: `first check of a draft of ${cards.length} cards`, value: ms(opened), bar: null },
      { what: 'keystroke to preview in the worker, median', value: ms(percentile(looks, 50)), bar: null },
      { what: 'keystroke to preview in the worker, p95', value: ms(percentile(looks, 95)), bar: 100 },
      { what: 'keystroke to preview in the worker, slowest card', value: ms(percentile(looks, 100)), bar: null },
      { what: 'check of the whole draft after a keystroke, p95', value: ms(percentile(checks, 95)), bar: 500 },
    ]
  },
}
