import { SaxesParser } from 'saxes'
import { ok, type Result, refuse } from '@/lib/core/result'
import { importLimits } from '../limits'
import { type FileRefusal, Refused, refusal } from '../reasons'
import type { Element } from './element'

interface Open extends Element {
  readonly children: (Element | string)[]
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const reasonOf = (error: Error): string => error.message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, '').slice(0, 200)

/**
 * A document as a tree. Only the five entities of XML and numbers of characters are read: a document that declares its own is
 * refused, so that nothing can expand, and nothing outside the file is ever looked up.
 */
export const parseXml = (text: string): Result<Element, FileRefusal> => {
  const parser = new SaxesParser({ position: true })
  const root: Open = { name: '', attributes: new Map(), children: [], line: 1 }
  const open: Open[] = [root]
  let count = 0
  const top = (): Open => open.at(-1) ?? root
  parser.on('error', (error) => {
    throw new Refused(refusal('not-xml', reasonOf(error), parser.line))
  })
  parser.on('doctype', (doctype) => {
    // Elements and attributes that it describes are left unread, and so is what stands elsewhere; entities are refused.
    if (/<!ENTITY/i.test(doctype)) throw new Refused(refusal('entities', doctype.trim().slice(0, 80), parser.line))
  })
  parser.on('opentagstart', () => {
    count++
    if (count > importLimits.elements)
      throw new Refused(refusal('too-large', `> ${importLimits.elements} elements`, parser.line))
    if (open.length > importLimits.depth) throw new Refused(refusal('too-deep', `> ${importLimits.depth}`, parser.line))
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = {
      name: local(name),
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [local(key), value])),
      children: [],
      line: parser.line,
    }
    top().children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const say = (words: string) => {
    if (words !== '') top().children.push(words)
  }
  parser.on('text', say)
  parser.on('cdata', say)
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
  const found = root.children.find((node) => typeof node !== 'string')
  return found === undefined || typeof found === 'string' ? refuse(refusal('not-xml')) : ok(found)
}
