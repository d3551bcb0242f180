import { describe, expect, it } from 'vitest'
import { qti3 } from '@/lib/importers/qti3/importer'
import { fieldsOf, readImport } from '@/tests/support/read-import'

const declare = (name: string, type: string, values: readonly string[], cardinality = 'single') =>
  `<qti-response-declaration identifier="${name}" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${values.map((value) => `<qti-value>${value}</qti-value>`).join('')}</qti-correct-response></qti-response-declaration>`
const item = (declarations: string, body: string, more = '') =>
  `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="x" title="T">${declarations}<qti-item-body>${body}</qti-item-body>${more}</qti-assessment-item>`

describe('QTI 3', () => {
  it('asks several fields of a text as gaps, choices as their hints', () => {
    const body =
      '<p>A <qti-inline-choice-interaction response-identifier="A"><qti-inline-choice identifier="a">max</qti-inline-choice><qti-inline-choice identifier="b">add</qti-inline-choice></qti-inline-choice-interaction> gate routes, <qti-text-entry-interaction response-identifier="B"/> copies.</p>'
    const read = readImport(qti3, item(declare('A', 'identifier', ['a']) + declare('B', 'string', ['add']), body))
    expect(fieldsOf(read)[0]?.text).toBe('A ==max::max / add== gate routes, ==add== copies.')
  })

  it('reads orders and matches', () => {
    const choices = ['a', 'b', 'c']
      .map((id) => `<qti-simple-choice identifier="${id}">step ${id}</qti-simple-choice>`)
      .join('')
    const order = `<qti-order-interaction response-identifier="R"><qti-prompt>Order them.</qti-prompt>${choices}</qti-order-interaction>`
    expect(fieldsOf(readImport(qti3, item(declare('R', 'identifier', ['b', 'c', 'a'], 'ordered'), order)))[0]).toEqual({
      question: 'Order them.',
      items: ['step b', 'step c', 'step a'],
    })
    const side = (letter: string) =>
      `<qti-simple-match-set>${[1, 2, 3].map((i) => `<qti-simple-associable-choice identifier="${letter}${i}" match-max="1">${letter} ${i}</qti-simple-associable-choice>`).join('')}</qti-simple-match-set>`
    const match = `<qti-match-interaction response-identifier="R"><qti-prompt>Match.</qti-prompt>${side('L')}${side('R')}</qti-match-interaction>`
    const read = readImport(qti3, item(declare('R', 'directedPair', ['L1 R2', 'L2 R1', 'L3 R3'], 'multiple'), match))
    expect(fieldsOf(read)[0]?.pairs).toEqual([
      { left: 'L 1', right: 'R 2' },
      { left: 'L 2', right: 'R 1' },
      { left: 'L 3', right: 'R 3' },
    ])
  })

  it('reads QTI 2, which says the same in other words', () => {
    const text =
      '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="x" title="T"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>B</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="A">one</simpleChoice><simpleChoice identifier="B">two</simpleChoice><simpleChoice identifier="C">three</simpleChoice></choiceInteraction></itemBody></assessmentItem>'
    const [fields] = fieldsOf(readImport(qti3, text))
    expect(fields?.question).toBe('Which?')
    expect(fields?.options).toContainEqual({ text: 'two', right: true })
  })

  it('leaves out templates and several interactions at once, and says so', () => {
    const template = '<qti-template-declaration identifier="A" base-type="integer" cardinality="single"/>'
    const block = '<qti-extended-text-interaction response-identifier="R"/>'
    const detail = (text: string) => readImport(qti3, text).rows[0]?.reasons
    expect(detail(item(template, block))).toEqual([{ kind: 'unknown-type', detail: 'template' }])
    expect(detail(item(declare('R', 'string', []), block + block))).toEqual([
      { kind: 'unknown-type', detail: 'extended-text-interaction + extended-text-interaction' },
    ])
  })
})
