import { toUtf8 } from '../anki/zip'
import type { Exporter, ExportRow } from '../exporter'
import { type Item, itemName } from '../items/item'
import { itemsOf } from '../items/items-of'
import { makeLosses } from '../items/losses'
import { toBase64 } from '../markup/base64'
import { xmlText } from '../markup/xml'
import { plainTag } from './parts'
import { moodleQuestion } from './question'

const categoryOf = ({ path }: Item): string => {
  const parts = ['$course$', 'top', ...path.map((part) => part.replaceAll('/', '//').replace(/\s+/g, ' '))]
  return `<question type="category">${plainTag('category', parts.join('/'))}</question>`
}

const tagsOf = ({ tags }: Item): string =>
  tags.length === 0 ? '' : `<tags>${tags.map((tag) => plainTag('tag', tag)).join('')}</tags>`

/** Moodle's own XML: a cloze question for each frozen variant, a part for each number with its tolerance; pictures within. */
export const moodleXml: Exporter = {
  name: 'moodle-xml',
  loses: ['frozen', 'workings', 'unmarked', 'order-as-match', 'formula-plain', 'picture', 'explorer'],
  write: (source) => {
    const parts: string[] = []
    let category = ''
    const file = (src: string) => {
      const data = source.figures.get(src)
      return data === undefined ? null : { name: src.slice(src.lastIndexOf('/') + 1), base64: toBase64(data) }
    }
    const rows = itemsOf(source).map((item): ExportRow => {
      const losses = makeLosses(item)
      if (categoryOf(item) !== category) {
        category = categoryOf(item)
        parts.push(category)
      }
      for (const variant of item.variants) {
        const name = itemName(item, variant, source.bundle.version)
        const { type, body } = moodleQuestion(variant, { tell: losses.tell, file })
        const about = `${plainTag('name', name)}${body}<idnumber>${xmlText(name)}</idnumber>${tagsOf(item)}`
        parts.push(`<question type="${type}">${about}</question>`)
      }
      return losses.row(item.variants.length > 0)
    })
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`
    return { ending: '.xml', mime: 'application/xml', data: toUtf8(xml), rows }
  },
}
