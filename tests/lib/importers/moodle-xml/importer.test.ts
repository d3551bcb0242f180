import { describe, expect, it } from 'vitest'
import { moodleXml } from '@/lib/importers/moodle-xml/importer'
import { fieldsOf, readImport, reasonsOf } from '@/tests/support/read-import'

const question = (type: string, inside: string, text = 'Words') =>
  `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`
const quiz = (...questions: readonly string[]) => `<quiz>${questions.join('')}</quiz>`
const dataset = (
  name: string,
  low: number,
  high: number,
  decimals: number,
  values: readonly number[],
  kind = 'uniform',
) =>
  `<dataset_definition><name><text>${name}</text></name><distribution><text>${kind}</text></distribution><minimum><text>${low}</text></minimum><maximum><text>${high}</text></maximum><decimals><text>${decimals}</text></decimals><dataset_items>${values.map((value, i) => `<dataset_item><number>${i + 1}</number><value>${value}</value></dataset_item>`).join('')}</dataset_items></dataset_definition>`
const formula = (text: string, fraction = 100) =>
  `<answer fraction="${fraction}"><text>${text}</text><tolerance>0.01</tolerance><tolerancetype>1</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>1</correctanswerlength></answer>`

describe('Moodle XML', () => {
  it('makes of a calculated question a program whose wildcards are drawn', () => {
    const sets = `<dataset_definitions>${dataset('a', 2, 9, 0, [3, 4])}${dataset('b', 1.5, 3.5, 1, [])}</dataset_definitions>`
    const read = readImport(
      moodleXml,
      quiz(question('calculated', formula('{a} * {b}') + sets, 'Multiply {a} by {b}; half of it is {={a}*{b}/2}.')),
    )
    expect(reasonsOf(read)).toEqual([['mistakes-added']])
    expect(read.cards[0]?.type).toBe('compute')
    expect(fieldsOf(read)[0]).toMatchObject({
      prompt: 'Multiply {a} by {b}; half of it is {shown1}.',
      given: { a: { integer: [2, 9] }, b: { uniform: [1.5, 3.5], decimals: 1 } },
      steps: { shown1: 'a * b / 2', answer: 'a * b' },
      ask: [{ value: 'answer', decimals: 1, tolerance: { rel: 0.01 } }],
    })
  })

  it('hides every right option of a part with several, of whatever look, and leaves out a part it does not know', () => {
    const cloze = (part: string) => question('cloze', '', `Gates are {1:${part}} here.`)
    const kinds = [
      'MULTIRESPONSE',
      'MR',
      'MULTIRESPONSE_H',
      'MRH',
      'MULTIRESPONSE_S',
      'MRS',
      'MULTIRESPONSE_HS',
      'MRHS',
    ]
    const read = readImport(
      moodleXml,
      quiz(...kinds.map((kind, i) => cloze(`${kind}:=open ${i}#Yes~shut~%100%wide`)), cloze('STACK:=x')),
    )
    expect(fieldsOf(read).map(({ text }) => text)).toEqual(
      kinds.map((_, i) => `Gates are ==open ${i}, wide::open ${i} / shut / wide== here.`),
    )
    expect(reasonsOf(read).at(-1)).toEqual(['no-right'])
  })

  it('reads the entities of an option once more than those of its text, as Moodle does', () => {
    const part = '{1:MULTICHOICE:=a &amp;amp;lt; 0~b &#126; \\#1 \\}~\\(\\frac{1\\}{2\\}\\)}'
    const read = readImport(moodleXml, quiz(question('cloze', '', `Here ${part}.`)))
    expect(fieldsOf(read)[0]?.text).toBe('Here ==a \\< 0::a \\< 0 / b \\~ \\#1 } / $\\frac{1}{2}$==.')
  })

  it('draws stored values that fit no range one by one, and says so', () => {
    const sets = `<dataset_definitions>${dataset('a', 1, 9, 0, [2, 4, 8, 16], 'loguniform')}</dataset_definitions>`
    const read = readImport(moodleXml, quiz(question('calculatedsimple', formula('{a} + 1') + sets, 'Add 1 to {a}.')))
    expect(fieldsOf(read)[0]?.given).toEqual({ a: { choice: [2, 4, 8, 16] } })
    expect(read.rows[0]?.reasons).toContainEqual({ kind: 'dataset-choice', detail: 'a: 4' })
  })

  it('makes wrong formulas of a calculated choice into mistakes', () => {
    const option = (text: string, fraction: number, why: string) =>
      `<answer fraction="${fraction}" format="html"><text><![CDATA[<p>${text}</p>]]></text><tolerancetype>2</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>0</correctanswerlength><feedback format="html"><text>${why}</text></feedback></answer>`
    const sets = `<dataset_definitions>${dataset('a', 3, 9, 0, [])}</dataset_definitions>`
    const read = readImport(
      moodleXml,
      quiz(
        question(
          'calculatedmulti',
          option('{={a}^2}', 100, '') + option('{=2*{a}}', 0, 'Doubled, not squared.') + sets,
          'Square {a}.',
        ),
      ),
    )
    expect(fieldsOf(read)[0]?.mistakes).toMatchObject({
      'other-1': { answer: { answer: '2 * a' }, says: 'Doubled, not squared.' },
    })
  })

  it('adds slips that everybody makes where the file knows none, and others where those cannot be told apart', () => {
    const sets = `<dataset_definitions>${dataset('a', 2, 9, 0, [])}</dataset_definitions>`
    const slips = (text: string) => {
      const read = readImport(moodleXml, quiz(question('calculated', formula(text) + sets, 'x {a}')))
      return Object.keys(fieldsOf(read)[0]?.mistakes ?? {})
    }
    expect(slips('{a} * 3')).toEqual(['swapped', 'sign'])
    expect(slips('{a} + 0')).toEqual(['sign', 'inverse'])
  })

  it('leaves out a formula with a function it does not know, by its name', () => {
    const sets = `<dataset_definitions>${dataset('a', 1, 9, 0, [])}</dataset_definitions>`
    const read = readImport(moodleXml, quiz(question('calculated', formula('atanh({a})') + sets, 'x {a}')))
    expect(read.rows[0]).toMatchObject({ cards: [], reasons: [{ kind: 'formula-unknown', detail: 'atanh()' }] })
  })

  it('hides the parts of a cloze question and shows what could be chosen', () => {
    const read = readImport(
      moodleXml,
      quiz(question('cloze', '', 'Is {1:MC:=zero#yes~one}, {2:SA:=max \\} min~%50%top}, {1:NM:=2.5:0.1}.')),
    )
    expect(fieldsOf(read)[0]?.text).toBe('Is ==zero::zero / one==, ==max } min==, ==2.5==.')
    expect(reasonsOf(read)).toEqual([['tolerance', 'self-judged']])
  })

  it('reads dragged words, orders and distractors of matches', () => {
    const read = readImport(
      moodleXml,
      quiz(
        question(
          'gapselect',
          '<selectoption><text>add</text><group>1</group></selectoption><selectoption><text>max</text><group>1</group></selectoption>',
          'The [[1]] gate copies.',
        ),
        question(
          'ordering',
          ['a', 'b', 'c'].map((text) => `<answer fraction="1"><text>${text}</text></answer>`).join(''),
        ),
        question(
          'matching',
          ['a', 'b', 'c', '']
            .map((text, i) => `<subquestion><text>${text}</text><answer><text>${i}</text></answer></subquestion>`)
            .join(''),
        ),
      ),
    )
    expect(fieldsOf(read)[0]?.text).toBe('The ==add::add / max== gate copies.')
    expect(fieldsOf(read)[1]?.items).toEqual(['a', 'b', 'c'])
    expect(read.rows[2]?.reasons).toEqual([{ kind: 'distractors', detail: '1' }])
  })

  it('tells of other types, hints and units', () => {
    const read = readImport(
      moodleXml,
      quiz(
        question('ddimageortext', ''),
        question(
          'numerical',
          '<answer fraction="100"><text>9.81</text><tolerance>0</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>m/s</unit_name></unit></units><hint><text>Fall.</text></hint>',
        ),
      ),
    )
    expect(read.rows[0]?.reasons).toEqual([{ kind: 'unknown-type', detail: 'ddimageortext' }])
    expect(fieldsOf(read)[0]).toMatchObject({ answer: 9.81, decimals: 2, unit: 'm/s' })
    expect(reasonsOf(read)[1]).toEqual(['hints'])
  })

  it('refuses XML of another kind, and one without questions', () => {
    expect(() => readImport(moodleXml, '<other/>')).toThrow('refused: other-format <other>')
    expect(() => readImport(moodleXml, '<quiz/>')).toThrow('refused: nothing-here')
  })
})
