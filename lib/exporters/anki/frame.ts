import { hashWords } from '@/lib/core/hash'

/**
 * An id that is the same for the same name: importing an export again finds what is there. ms of 2016 to 2024: Anki takes its ids for
 * instants and refuses to export what has not been yet.
 */
export const stableId = (name: string): number => {
  const [high, low] = hashWords(name)
  return 1_451_606_400_000 + ((high % 64) * 2 ** 32 + low)
}

const latexPre =
  '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n'

const field = (name: string, ord: number) => ({
  name,
  ord,
  sticky: false,
  rtl: false,
  font: 'Arial',
  size: 20,
  media: [],
})

const model = (
  id: number,
  name: string,
  type: 0 | 1,
  fields: readonly string[],
  template: { readonly name: string; readonly qfmt: string; readonly afmt: string },
  seconds: number,
) => ({
  id,
  name,
  type,
  mod: seconds,
  usn: -1,
  sortf: 0,
  did: 1,
  tmpls: [{ ...template, ord: 0, bqfmt: '', bafmt: '', did: null, bfont: '', bsize: 0 }],
  flds: fields.map(field),
  css: '.card { font-family: arial; font-size: 20px; text-align: center; color: black; background-color: white; }\n.cloze { font-weight: bold; color: blue; }',
  latexPre,
  latexPost: '\\end{document}',
  latexsvg: false,
  req: [[0, 'any', [0]]],
  tags: [],
  vers: [],
})

export const basicModel = stableId('gradeck basic')
export const clozeModel = stableId('gradeck cloze')

export const modelsJson = (seconds: number): string =>
  JSON.stringify({
    [basicModel]: model(
      basicModel,
      'Gradeck Basic',
      0,
      ['Front', 'Back'],
      { name: 'Card 1', qfmt: '{{Front}}', afmt: '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}' },
      seconds,
    ),
    [clozeModel]: model(
      clozeModel,
      'Gradeck Cloze',
      1,
      ['Text', 'Back Extra'],
      { name: 'Cloze', qfmt: '{{cloze:Text}}', afmt: '{{cloze:Text}}<br>\n{{Back Extra}}' },
      seconds,
    ),
  })

const today = [0, 0]

const deck = (id: number, name: string, seconds: number) => ({
  id,
  name,
  mod: seconds,
  usn: -1,
  lrnToday: today,
  revToday: today,
  newToday: today,
  timeToday: today,
  collapsed: false,
  browserCollapsed: false,
  desc: '',
  dyn: 0,
  conf: 1,
  extendNew: 0,
  extendRev: 0,
})

/** Every deck with its parents. */
export const decksJson = (names: readonly string[], seconds: number): string => {
  const all = new Set(
    names.flatMap((name) => name.split('::').map((_part, i, parts) => parts.slice(0, i + 1).join('::'))),
  )
  return JSON.stringify({
    1: deck(1, 'Default', seconds),
    ...Object.fromEntries([...all].map((name) => [deckId(name), deck(deckId(name), name, seconds)])),
  })
}

export const deckId = (name: string): number => stableId(`deck ${name}`)

export const presetsJson = (retention: number, seconds: number): string =>
  JSON.stringify({
    1: {
      id: 1,
      name: 'Default',
      mod: seconds,
      usn: -1,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
      dyn: false,
      desiredRetention: retention,
      new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
      rev: { bury: true, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
      lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
    },
  })

export const confJson = (zoneOffset: number, dayStartsAt: number): string =>
  JSON.stringify({
    nextPos: 1,
    estTimes: true,
    activeDecks: [1],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: 1,
    newSpread: 0,
    dueCounts: true,
    curModel: basicModel,
    collapseTime: 1200,
    schedVer: 2,
    sched2021: true,
    fsrs: true,
    creationOffset: -zoneOffset,
    localOffset: -zoneOffset,
    rollover: dayStartsAt,
  })
