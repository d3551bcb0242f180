import { parse, stringify } from 'yaml'
import type { DeckFile } from '@/lib/content/deck/deck'
import { json, list, object, text } from '@/lib/core/decode'
import type { Json } from '@/lib/core/json'
import { toUtf8, zip } from '../anki/zip'
import type { Exporter, ExportRow } from '../exporter'
import { writtenCards } from './written-cards'

interface Concept {
  readonly id: string
  readonly title: Json
}

const decodeConcepts = list(object<Concept>({ id: text(100), title: json(2_000, 3) }), 20_000)

const conceptsOf = (files: readonly DeckFile[]): readonly Concept[] => {
  const file = files.find(({ path }) => /(?:^|\/)concepts\.ya?ml$/.test(path))
  try {
    const read = decodeConcepts(parse(file?.text ?? '[]'))
    return read.ok ? read.value : []
  } catch {
    return []
  }
}

const titleOf = ({ id, title }: Concept): string => {
  if (typeof title === 'string') return title
  const [first] = typeof title === 'object' && title !== null ? Object.values(title) : []
  return typeof first === 'string' ? first : id
}

/** A fence that nothing within ends. */
const fenced = (yaml: string): string => {
  const longest = Math.max(2, ...[...yaml.matchAll(/^\s*(`+)/gm)].map(([, run = '']) => run.length))
  const edge = '`'.repeat(longest + 1)
  return `${edge}card\n${yaml}\n${edge}`
}

/** A picture within a text, or as a field of its own. */
const figure = /(?:\]\(\s*|^\s*[a-z-]+:\s+["']?)(figures\/[^)\s"']+)/gm

/**
 * Our own Markdown: every card as its author wrote it, in a fence with its id, under a heading for its concept. Read again, it is
 * the same cards; with pictures it is an archive that holds them beside the text.
 */
export const markdown: Exporter = {
  name: 'markdown',
  loses: ['prose'],
  write: ({ bundle, files, figures }) => {
    const cards = writtenCards(files)
    const named = new Set(cards.map(({ concept }) => concept))
    const concepts = conceptsOf(files)
    const all = new Set(cards.flatMap(({ yaml }) => conceptsIn(yaml)))
    const about = {
      gradeck: 1,
      title: bundle.title,
      author: bundle.author,
      licence: bundle.licence,
      source: bundle.source,
      concepts: concepts.filter(({ id }) => all.has(id)).map(({ id, title }) => ({ id, title })),
    }
    const parts = [...named].flatMap((concept) => {
      const known = concepts.find(({ id }) => id === concept)
      const heading = `## ${(known === undefined ? concept : titleOf(known)).replace(/\s+/g, ' ') || bundle.title}`
      return [heading, ...cards.filter((card) => card.concept === concept).map(({ yaml }) => fenced(yaml))]
    })
    const title = bundle.title.replace(/\s+/g, ' ')
    const written = `---\n${stringify(about, { lineWidth: 0 })}---\n\n# ${title}\n\n${parts.join('\n\n')}\n`
    const used = [...new Set([...written.matchAll(figure)].map(([, path = '']) => path))]
    const missing = new Set(used.filter((path) => !figures.has(path)))
    const rows = cards.map(({ id, yaml }): ExportRow => {
      const lost = [...yaml.matchAll(figure)].some(([, path = '']) => missing.has(path))
      return { id, title: id, kept: true, losses: lost ? ['picture'] : [] }
    })
    const prose = files
      .filter(({ path }) => path.endsWith('.md'))
      .map(({ path }): ExportRow => ({ id: path, title: path, kept: false, losses: ['prose'] }))
    const pictures = used.flatMap((name) => {
      const data = figures.get(name)
      return data === undefined ? [] : [{ name, data, pack: false }]
    })
    if (pictures.length === 0)
      return { ending: '.md', mime: 'text/markdown; charset=utf-8', data: toUtf8(written), rows: [...rows, ...prose] }
    const data = zip([{ name: 'cards.md', data: toUtf8(written), pack: true }, ...pictures])
    return { ending: '.zip', mime: 'application/zip', data, rows: [...rows, ...prose] }
  },
}

const conceptsIn = (yaml: string): readonly string[] => {
  const read = object({ concepts: list(text(100), 100) })(parse(yaml))
  return read.ok ? read.value.concepts : []
}
