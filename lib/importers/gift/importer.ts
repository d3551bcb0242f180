import { ok, refuse } from '@/lib/core/result'
import { noPictures } from '../draft/draft'
import { ownId } from '../draft/own-id'
import type { Importer } from '../importer'
import { importLimits } from '../limits'
import type { Question } from '../questions/question'
import { rowOf } from '../questions/to-row'
import { type Reason, refusal } from '../reasons'
import { decodeBytes } from '../text/decode-bytes'
import { html, markdown, plain, type Text } from '../text/text'
import { answersIn } from './answers'
import { type Block, blocksOf } from './blocks'
import { freeSigns, holdSigns } from './signs'

/** A text in the format its question says; Moodle's own breaks lines where they are broken. */
const setterFor = (format: string) => {
  return (source: string): Text => {
    const own = /^\[(html|moodle|plain|markdown)\]/i.exec(source)
    const text = freeSigns(source.slice(own?.[0].length ?? 0)).trim()
    switch ((own?.[1] ?? format).toLowerCase()) {
      case 'markdown':
        return markdown(text)
      case 'plain':
        return plain(text)
      case 'html':
        return html(text)
      default:
        return html(text.replace(/\n/g, '<br>'))
    }
  }
}

const questionOf = (block: Block): Question => {
  const { text: held, rescued } = holdSigns(block.source)
  const named = /^\s*::([\s\S]*?)::/.exec(held)
  const rest = held.slice(named?.[0].length ?? 0).trim()
  const format = /^\[(html|moodle|plain|markdown)\]/i.exec(rest)?.[1] ?? 'moodle'
  const body = rest.replace(/^\[(?:html|moodle|plain|markdown)\]/i, '')
  const set = setterFor(format)
  const open = body.indexOf('{')
  const close = body.indexOf('}', open)
  const reasons: Reason[] = rescued.map((detail) => ({ kind: 'newline', detail }))
  const base = {
    line: block.line,
    entry: null,
    id: block.id === null ? null : (ownId(block.id) ?? block.id),
    name: freeSigns(named?.[1] ?? '').trim(),
    source: block.source,
    heading: block.category,
    tags: block.tags,
    reasons,
  }
  const none = (why: Reason['kind']): Question => ({
    ...base,
    text: set(body),
    feedback: plain(''),
    asked: { kind: 'none', why, detail: '' },
  })
  if (open < 0) return none('description')
  if (close < 0) return none('unclosed')
  const { asked, feedback } = answersIn(body.slice(open + 1, close), set)
  const after = body.slice(close + 1).trim()
  const words = after === '' ? body.slice(0, open) : `${body.slice(0, open)} ＿＿＿ ${after}`
  return { ...base, text: set(words.trim()), feedback: set(feedback), asked }
}

/** Moodle's GIFT: questions between blank lines, answers in braces. */
export const gift: Importer = {
  name: 'gift',
  endings: ['.gift', '.gift.txt'],
  fits: ({ head }) =>
    /^[^\S\n]*::(?:\\:|[^:\n])*::/m.test(head) || /(?<!\\)\{\s*(?:[=~#]|T(?:RUE)?\s*[}#]|F(?:ALSE)?\s*[}#])/.test(head),
  read: (bytes) => {
    const text = decodeBytes(bytes)
    if (!text.ok) return text
    const blocks = blocksOf(text.value)
    if (blocks.length === 0) return refuse(refusal('nothing-here'))
    if (blocks.length > importLimits.rows)
      return refuse(refusal('too-many-rows', `${blocks.length} > ${importLimits.rows}`))
    return ok({ title: '', rows: blocks.map((block) => rowOf(questionOf(block))), pictures: noPictures })
  },
}
