import { toUtf8 } from '../anki/zip'
import type { Exporter, ExportRow } from '../exporter'
import { type Item, itemName } from '../items/item'
import { itemsOf } from '../items/items-of'
import { makeLosses } from '../items/losses'
import { giftComment, giftText } from './escape'
import { giftQuestions } from './question'

const categoryOf = ({ path }: Item): string =>
  `$CATEGORY: ${path.map((part) => part.replaceAll('/', '//').replace(/\s+/g, ' ')).join('/')}`

/** Moodle's GIFT: text alone, so no pictures, no gaps with numbers, no program. */
export const gift: Exporter = {
  name: 'gift',
  loses: ['frozen', 'workings', 'unmarked', 'cells-apart', 'order-as-match', 'picture', 'explorer'],
  write: (source) => {
    const parts: string[] = [`// ${giftComment(source.bundle.title)}`]
    let category = ''
    const rows = itemsOf(source).map((item): ExportRow => {
      const losses = makeLosses(item)
      const questions = item.variants.flatMap((variant) =>
        giftQuestions(variant, losses).map((question) => ({
          ...question,
          name: itemName({ ...item, id: `${item.id}${question.part}` }, variant, source.bundle.version),
        })),
      )
      if (questions.length > 0 && categoryOf(item) !== category) {
        category = categoryOf(item)
        parts.push(category)
      }
      const tags = item.tags.map((tag) => ` [tag:${giftComment(tag)}]`).join('')
      for (const { name, text, answers } of questions)
        parts.push(`// [id:${name}]${tags}\n::${giftText(name)}::[html]${text} {${answers}\n}`)
      return losses.row(questions.length > 0)
    })
    return { ending: '.gift', mime: 'text/plain; charset=utf-8', data: toUtf8(`${parts.join('\n\n')}\n`), rows }
  },
}
