import { dot, line, type Markish, plot, rect, ruleX, ruleY, text } from '@observablehq/plot'
import type { Label, Marks, Share } from '@/lib/view/chart'

export type PlottedMarks = Extract<Marks, { kind: 'trend' | 'against' | 'calendar' }>

/** The screen's own words, so that nothing here knows a language. */
export interface PlotWords {
  readonly label: (label: Label) => string
  readonly percent: (share: number) => string
  /** One a series. */
  readonly names: readonly string[]
  readonly aim: string
  readonly across: string
  readonly up: string
  readonly day: (date: string, count: number) => string
  readonly month: (date: string) => string
}

const colour = { forward: 'var(--forward)', backward: 'var(--backward)' } as const
const muted = 'var(--muted)'
const textStyle = { fontSize: 13, fill: 'currentColor' } as const

/** An SVG of the marks, `width` pixels wide. Its own style sheet is left out: the page's policy allows none but the page's. */
export const drawPlot = (marks: PlottedMarks, width: number, words: PlotWords): Element => {
  const drawn = draw(marks, width, words)
  for (const style of drawn.querySelectorAll('style')) style.remove()
  return drawn
}

const draw = (marks: PlottedMarks, width: number, words: PlotWords): Element => {
  switch (marks.kind) {
    case 'trend':
      return drawTrend(marks, width, words)
    case 'against':
      return drawAgainst(marks, width, words)
    case 'calendar':
      return drawCalendar(marks, width, words)
  }
}

const shareValue = ({ right, of }: Share) => right / of

/** The scale begins at a full ten percent below the least share, and never above a half. */
const floorOf = (shares: readonly Share[]): number =>
  Math.max(0, Math.min(0.5, Math.floor(10 * Math.min(1, ...shares.map(shareValue)) - 1) / 10))

const percentAxis = (low: number): readonly number[] =>
  (low < 0.4 ? [0, 0.25, 0.5, 0.75, 1] : [0.5, 0.6, 0.7, 0.8, 0.9, 1]).filter((tick) => tick >= low)

const drawTrend = (marks: Extract<Marks, { kind: 'trend' }>, width: number, words: PlotWords): Element => {
  const { points, series, aim } = marks
  const shares = points.flatMap(({ parts }) => parts).filter(({ of }) => of > 0)
  const low = floorOf(shares)
  const last = points.length - 1
  const ticks = [...new Set([0, Math.round(last / 3), Math.round((2 * last) / 3), last])]
  const lines = series.map(({ hue }, place) => {
    const shift = series.length > 1 ? (place === 0 ? -3 : 3) : 0
    const data = points.map(({ parts }, x) => {
      const share = parts[place]
      return share && share.of > 0
        ? { x, y: shareValue(share), low: Math.max(low, share.low), high: share.high, drawn: true }
        : { x, y: Number.NaN, low: Number.NaN, high: Number.NaN, drawn: false }
    })
    return { data, hue, shift, end: data.findLast((point) => point.drawn), name: words.names[place] ?? '' }
  })
  const [first, second] = lines
  const close = first?.end && second?.end && Math.abs(first.end.y - second.end.y) < 0.12 * (1 - low)
  const upper = first?.end && second?.end && first.end.y >= second.end.y ? 0 : 1
  return plot({
    width,
    height: 220,
    marginLeft: 46,
    marginRight: series.length > 1 ? 62 : 16,
    marginTop: 22,
    marginBottom: 28,
    style: { fontFamily: 'inherit', background: 'none' },
    x: { domain: [-0.3, last + 0.3], axis: null },
    y: { domain: [low, 1], axis: null },
    marks: [
      ruleY(percentAxis(low), { stroke: 'var(--hairline)' }),
      text(percentAxis(low), {
        x: -0.3,
        y: (tick: number) => tick,
        text: words.percent,
        textAnchor: 'end',
        dx: -8,
        fontSize: 12,
        fill: muted,
      }),
      text(ticks, {
        x: (tick: number) => tick,
        y: low,
        text: (tick: number) => {
          const point = points[tick]
          return point ? words.label(point.label) : ''
        },
        dy: 16,
        fontSize: 12,
        fill: muted,
      }),
      ...lines.flatMap(({ data, hue, shift, end, name }, place): Markish[] => [
        ruleX(data, {
          x: 'x',
          y1: 'low',
          y2: 'high',
          dx: shift,
          stroke: colour[hue],
          strokeWidth: 4,
          strokeOpacity: 0.28,
        }),
        line(data, {
          x: 'x',
          y: 'y',
          dx: shift,
          stroke: colour[hue],
          strokeWidth: 2,
          ...(hue === 'backward' ? { strokeDasharray: '6 3' } : {}),
        }),
        dot(
          data.filter((point) => point.drawn),
          { x: 'x', y: 'y', dx: shift, r: 4, fill: colour[hue], symbol: hue === 'backward' ? 'square' : 'circle' },
        ),
        ...(series.length > 1 && end
          ? [
              text([end], {
                x: last,
                y: 'y',
                text: () => name,
                dx: 14,
                dy: close ? (place === upper ? -9 : 9) : 0,
                textAnchor: 'start',
                fontSize: 13,
                fontWeight: 600,
                fill: colour[hue],
              }),
            ]
          : []),
      ]),
      ...(aim === null
        ? []
        : [
            ruleY([aim], { stroke: 'var(--edge)', strokeDasharray: '3 3' }),
            text([aim], {
              x: -0.3,
              y: aim,
              text: () => words.aim,
              textAnchor: 'start',
              dy: -7,
              fontSize: 12,
              fill: muted,
              // Lines may run behind the words, not through them.
              stroke: 'var(--paper)',
              strokeWidth: 5,
            }),
          ]),
    ],
  })
}

const drawAgainst = (marks: Extract<Marks, { kind: 'against' }>, width: number, words: PlotWords): Element => {
  const { points, series } = marks
  const hue = colour[series[0]?.hue ?? 'forward']
  const low = Math.min(
    floorOf(points.map(({ share }) => share)),
    Math.floor(10 * Math.min(...points.map(({ predicted }) => predicted))) / 10,
  )
  const most = Math.max(...points.map(({ share }) => share.of))
  const data = points.map(({ predicted, share }) => ({
    predicted,
    observed: shareValue(share),
    low: Math.max(low, share.low),
    high: share.high,
    r: 3 + 6 * Math.sqrt(share.of / most),
  }))
  const side = Math.min(width, 420)
  return plot({
    width: side,
    height: side * 0.86,
    marginLeft: 46,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 44,
    style: { fontFamily: 'inherit', background: 'none' },
    x: { domain: [low, 1], axis: null },
    y: { domain: [low, 1], axis: null },
    r: { type: 'identity' },
    marks: [
      ruleY(percentAxis(low), { stroke: 'var(--hairline)' }),
      text(percentAxis(low), {
        x: low,
        y: (tick: number) => tick,
        text: words.percent,
        textAnchor: 'end',
        dx: -8,
        fontSize: 12,
        fill: muted,
      }),
      text(percentAxis(low), {
        x: (tick: number) => tick,
        y: low,
        text: words.percent,
        dy: 14,
        fontSize: 12,
        fill: muted,
      }),
      text([words.across], { x: (low + 1) / 2, y: low, text: (name: string) => name, dy: 34, ...textStyle }),
      text([words.up], { x: low, y: 1, text: (name: string) => name, dy: -16, textAnchor: 'start', ...textStyle }),
      line(
        [
          [low, low],
          [1, 1],
        ],
        { stroke: 'var(--edge)', strokeDasharray: '3 3' },
      ),
      ruleX(data, { x: 'predicted', y1: 'low', y2: 'high', stroke: hue, strokeWidth: 4, strokeOpacity: 0.28 }),
      dot(data, { x: 'predicted', y: 'observed', r: 'r', fill: hue }),
    ],
  })
}

const dayMs = 86_400_000

const drawCalendar = (marks: Extract<Marks, { kind: 'calendar' }>, width: number, words: PlotWords): Element => {
  const start = Date.parse(`${marks.first}T00:00:00Z`)
  const most = Math.max(...marks.counts)
  const data = marks.counts.map((count, day) => ({
    week: Math.floor(day / 7),
    weekday: day % 7,
    date: new Date(start + day * dayMs).toISOString().slice(0, 10),
    count,
    // Four steps, so that a single day of cramming does not bleach all the others.
    strength:
      count === 0 ? 0 : 0.25 + 0.25 * Math.min(3, Math.floor((4 * Math.sqrt(count)) / (Math.sqrt(most) + 1e-9))),
  }))
  const weeks = Math.ceil(data.length / 7)
  const side = Math.min(20, (width - 2) / weeks)
  const months = data.filter(
    ({ date, week }) =>
      Number(date.slice(8)) <= 7 && date.slice(8) >= '01' && week < weeks - 1 && data[7 * week]?.date === date,
  )
  const inset = side > 12 ? 1.5 : 1
  return plot({
    width: side * weeks + 2,
    height: side * 7 + 24,
    margin: 0,
    marginTop: 24,
    style: { fontFamily: 'inherit', background: 'none', overflow: 'visible' },
    x: { domain: [0, weeks], axis: null },
    y: { domain: [0, 7], axis: null, reverse: true },
    opacity: { type: 'identity' },
    marks: [
      rect(data, {
        x1: 'week',
        x2: (d: { week: number }) => d.week + 1,
        y1: 'weekday',
        y2: (d: { weekday: number }) => d.weekday + 1,
        inset,
        rx: 2,
        fill: 'var(--hairline)',
      }),
      rect(
        data.filter(({ count }) => count > 0),
        {
          x1: 'week',
          x2: (d: { week: number }) => d.week + 1,
          y1: 'weekday',
          y2: (d: { weekday: number }) => d.weekday + 1,
          inset,
          rx: 2,
          fill: colour[marks.series[0]?.hue ?? 'forward'],
          fillOpacity: 'strength',
          title: (d: { date: string; count: number }) => words.day(d.date, d.count),
        },
      ),
      text(months, {
        x: 'week',
        y: 0,
        text: (d: { date: string }) => words.month(d.date),
        textAnchor: 'start',
        dy: -12,
        dx: 1,
        fontSize: 12,
        fill: muted,
      }),
    ],
  })
}
