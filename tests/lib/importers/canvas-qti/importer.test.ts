import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canvasQti } from '@/lib/importers/canvas-qti/importer'
import { importFile } from '@/lib/importers/import-file'
import { fieldsOf, readImport, reasonsOf } from '@/tests/support/read-import'

const typed = (type: string) =>
  `<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>`
const item = (type: string, text: string, inside: string) =>
  `<item ident="i" title="Question">${typed(type)}<presentation><material><mattext texttype="text/html">${text}</mattext></material>${inside}`
const right = (condition: string, score = 100) =>
  `<respcondition><conditionvar>${condition}</conditionvar><setvar action="Set" varname="SCORE">${score}</setvar></respcondition>`
const quiz = (...items: readonly string[]) =>
  `<questestinterop><assessment ident="q" title="Quiz"><section>${items.join('')}</section></assessment></questestinterop>`
const processed = (...conditions: readonly string[]) =>
  `</presentation><resprocessing><outcomes><decvar maxvalue="100"/></outcomes>${conditions.join('')}</resprocessing></item>`

describe('QTI 1.2 of Canvas', () => {
  it('reads what is typed, with every spelling that counts', () => {
    const inside = '<response_str ident="response1"/>'
    const read = readImport(
      canvasQti,
      quiz(
        item('short_answer_question', 'Which rule?', inside) +
          processed(
            right(
              '<varequal respident="response1">chain rule</varequal><varequal respident="response1">the chain rule</varequal>',
            ),
          ),
      ),
    )
    expect(fieldsOf(read)).toEqual([
      { front: 'Which rule?', back: 'chain rule', note: 'Also accepted: the chain rule' },
    ])
  })

  it('finds a blank by what its response is called, where its words are an answer', () => {
    const label = (ident: string, words: string) =>
      `<response_label ident="${ident}"><material><mattext>${words}</mattext></material></response_label>`
    const blank = `<response_lid ident="response_7f3a-11"><material><mattext>sigmoid</mattext></material><render_choice>${label('a', 'sigmoid')}${label('b', 'tanh')}</render_choice></response_lid>`
    const read = readImport(
      canvasQti,
      quiz(
        item('fill_in_multiple_blanks_question', 'A [7f3a-11] squashes.', blank) +
          processed(right('<varequal respident="response_7f3a-11">b</varequal>')),
      ),
    )
    expect(fieldsOf(read)).toEqual([{ text: 'A ==tanh::sigmoid / tanh== squashes.' }])
  })

  it('reads an order that nobody named as one, and leaves out one that is not told whole', () => {
    const label = (ident: string) =>
      `<response_label ident="${ident}"><material><mattext>step ${ident}</mattext></material></response_label>`
    const steps = `<response_lid ident="R" rcardinality="Ordered"><render_choice>${['a', 'b', 'c'].map(label).join('')}</render_choice></response_lid>`
    const order = (...idents: readonly string[]) =>
      item('', 'In which order?', steps).replace(typed(''), '') +
      processed(right(idents.map((ident) => `<varequal respident="R">${ident}</varequal>`).join('')))
    const read = readImport(canvasQti, quiz(order('c', 'a', 'b'), order('c', 'a')))
    expect(fieldsOf(read)).toEqual([{ question: 'In which order?', items: ['step c', 'step a', 'step b'] }])
    expect(reasonsOf(read)[1]).toEqual(['no-right'])
  })

  it('keeps a range around a number as its tolerance, the narrower side of two', () => {
    const range = (low: number, high: number) =>
      `<or><varequal respident="r">10</varequal><and><vargte respident="r">${low}</vargte><varlte respident="r">${high}</varlte></and></or>`
    const read = readImport(
      canvasQti,
      quiz(
        item('numerical_question', 'Even', '<response_str ident="r"/>') + processed(right(range(8, 12))),
        item('numerical_question', 'Uneven', '<response_str ident="r"/>') + processed(right(range(9, 15))),
      ),
    )
    expect(fieldsOf(read).map(({ answer, tolerance, decimals }) => [answer, tolerance, decimals])).toEqual([
      [10, 2, 0],
      [10, 1, 0],
    ])
  })

  it('tells an essay without a model answer, a text that asks nothing and what it does not know', () => {
    const read = readImport(
      canvasQti,
      quiz(
        item('essay_question', 'Discuss.', '') + processed(),
        item('text_only_question', 'Read this.', '') + processed(),
        item('file_upload_question', 'Hand in.', '') + processed(),
      ),
    )
    expect(reasonsOf(read)).toEqual([['no-answer'], ['description'], ['unknown-type']])
  })

  it('finds its documents and pictures in a package, and names the banks that are missing', () => {
    const choice = item(
      'multiple_choice_question',
      '&lt;p&gt;Which gate? &lt;img src="$IMS-CC-FILEBASE$/Uploaded%20Media/gate.png" alt="a gate"&gt;&lt;/p&gt;',
      `<response_lid ident="r" rcardinality="Single"><render_choice>${['add', 'max', 'product'].map((text) => `<response_label ident="${text}"><material><mattext>${text}</mattext></material></response_label>`).join('')}</render_choice></response_lid>`,
    )
    const text = quiz(
      choice + processed(right('<varequal respident="r">max</varequal>')),
      '<section><selection_ordering><selection><sourcebank_ref>bank-7</sourcebank_ref></selection></selection_ordering></section>',
    )
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
    const bytes = zipSync({
      'imsmanifest.xml': strToU8('<manifest/>'),
      'q/q.xml': strToU8(text),
      'q/assessment_meta.xml': strToU8('<quiz/>'),
      'web_resources/Uploaded Media/gate.png': png,
    })
    const read = importFile(bytes, 'export.imscc')
    if (!read.ok) throw new Error(read.error.kind)
    expect(read.value).toMatchObject({
      from: 'canvas-qti',
      title: 'Quiz',
      figures: [{ data: png }],
      rows: [{ entry: 'q/q.xml' }, { cards: [], reasons: [{ kind: 'missing', detail: 'bank-7' }] }],
    })
    expect(read.value.cards[0]?.fields.question).toMatch(/^Which gate\?\n\n!\[a gate\]\(figures\/import-/)
  })
})
