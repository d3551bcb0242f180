import { describe, expect, it } from 'vitest'
import { importLimits } from '@/lib/importers/limits'
import { attribute, child, markupIn, wordsAt, wordsIn } from '@/lib/importers/xml/element'
import { parseXml } from '@/lib/importers/xml/parse-xml'

const root = (text: string) => {
  const read = parseXml(text)
  if (!read.ok) throw new Error(`refused: ${read.error.kind} ${read.error.detail}`)
  return read.value
}

describe('XML from anybody', () => {
  it('is read with its five entities, its CDATA and numbers of characters, without prefixes', () => {
    const read = root('<?xml version="1.0"?><a:q xmlns:a="u" a:id="&lt;1"><t>x &amp; &#228;<![CDATA[<p>]]></t></a:q>')
    expect([read.name, attribute(read, 'id'), wordsAt(read, 't')]).toEqual(['q', '<1', 'x & ä<p>'])
  })

  it('gives markup back as markup', () => {
    const read = root('<q><p class="a">1 &lt; 2<br/></p></q>')
    expect(markupIn(read)).toBe('<p class="a">1 &lt; 2<br></p>')
    expect(wordsIn(child(read, 'p'))).toBe('1 < 2')
  })

  it('is refused where it defines entities: nothing expands', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const bomb = `<!DOCTYPE q [<!ENTITY l0 "ha">${laughs}]><q>&l9;</q>`
    expect(parseXml(bomb)).toMatchObject({ ok: false, error: { kind: 'entities', line: 1 } })
  })

  it('looks nothing up: an entity of another file is refused, a named definition is left unread', () => {
    expect(parseXml('<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><q>&x;</q>')).toMatchObject({
      error: { kind: 'entities' },
    })
    expect(root('<!DOCTYPE q SYSTEM "http://example.org/q.dtd"><q>1</q>').name).toBe('q')
    expect(parseXml('<!DOCTYPE q SYSTEM "q.dtd"><q>&x;</q>')).toMatchObject({ error: { kind: 'not-xml', line: 1 } })
  })

  it('is read where it only describes its elements, as old examples do', () => {
    const described =
      '<!DOCTYPE q SYSTEM "q.dtd" [<!-- ours --><!ELEMENT a (#PCDATA)><!ATTLIST a b (Yes|No) "No">]><q><a>1</a></q>'
    expect(wordsAt(root(described), 'a')).toBe('1')
  })

  it('is refused where it nests or swells beyond any question bank', () => {
    expect(parseXml('<a>'.repeat(importLimits.depth + 5))).toMatchObject({ error: { kind: 'too-deep' } })
    expect(parseXml(`<q>${'<a/>'.repeat(importLimits.elements + 1)}</q>`)).toMatchObject({
      error: { kind: 'too-large' },
    })
  })

  it('is refused with its line where it is not well-formed', () => {
    expect(parseXml('<q>\n<a></b></q>')).toMatchObject({ error: { kind: 'not-xml', line: 2 } })
    expect(parseXml('<q>')).toMatchObject({ error: { kind: 'not-xml' } })
    expect(parseXml('')).toMatchObject({ error: { kind: 'not-xml' } })
  })
})
